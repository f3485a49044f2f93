import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Limits } from './limits'
import { Stopped } from './stopped'

/** Counts while it reads; what is over a limit destroys the connection at once. Throws `Stopped`, or why the stream broke. */
export async function readBody(
  message: IncomingMessage,
  limits: Limits,
  signal: AbortSignal,
): Promise<Buffer> {
  const unpack = unpackerOf(message.headers['content-encoding'])
  const chunks: Buffer[] = []
  let sent = 0
  let unpacked = 0

  async function* countSent(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      sent += chunk.length
      if (sent > limits.bodyBytes) throw new Stopped('too-large')
      yield chunk
    }
  }

  async function keep(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      unpacked += chunk.length
      if (unpacked > limits.ratioFromBytes && unpacked > sent * limits.ratio)
        throw new Stopped('compressed-too-much')
      if (unpacked > limits.bodyBytes) throw new Stopped('too-large')
      chunks.push(chunk)
    }
  }

  if (unpack) await pipeline(message, countSent, unpack, keep, { signal })
  else await pipeline(message, countSent, keep, { signal })
  return Buffer.concat(chunks)
}

function unpackerOf(encoding = '') {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new Stopped('malformed')
  }
}
