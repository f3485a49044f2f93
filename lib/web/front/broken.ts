import { randomBytes } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { securityHeaders } from '../headers'
import { answerProblem } from '../problem'

const words: Record<number, string> = {
  400: 'This is not a request that can be read.',
  405: 'This cannot be done at this address.',
  408: 'The request took too long to arrive.',
  413: 'This is too large to be sent here.',
  431: 'The headers of this request are too large.',
}

/** Answers what node's parser could not read as a request, and closes the connection. */
export function answerBroken(error: NodeJS.ErrnoException, socket: Duplex, baseUrl: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  closeWith(statusOf(error.code), socket, baseUrl)
}

export function closeWith(status: number, socket: Duplex, baseUrl: string): void {
  const requestId = randomBytes(10).toString('hex')
  const { headers, body } = answerProblem({ status, detail: words[status] ?? '', requestId }, false)
  const all = {
    ...securityHeaders(baseUrl),
    ...headers,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'))
}

function statusOf(code: string | undefined): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
}
