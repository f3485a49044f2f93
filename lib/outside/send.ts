import { type IncomingMessage, type OutgoingHttpHeaders, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { pinnedLookup } from './pinned-lookup'
import { Stopped } from './stopped'
import { bareHost } from './url'

export type Question = {
  method?: 'GET' | 'HEAD' | 'POST'
  /** JSON, for POST. */
  body?: string
  accept?: string
  /** What an earlier answer was marked with: what has not changed since is answered with 304. */
  etag?: string | null
  lastModified?: string | null
  /** Who asks: `Waypost/0.1 (+https://jobs.example.org)`. */
  from?: string
}

type Sending = {
  url: URL
  /** Checked ones; the name in `url` is left to Host and to the certificate. */
  addresses: readonly string[]
  question: Question
  headerBytes: number
  signal: AbortSignal
}

/** One request over a connection of its own. Rejects with the error of the connection. */
export async function send({
  url,
  addresses,
  question,
  headerBytes,
  signal,
}: Sending): Promise<IncomingMessage> {
  signal.throwIfAborted()
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const sending = request({
      protocol: url.protocol,
      hostname: bareHost(url),
      port: url.port,
      path: url.pathname + url.search,
      method: question.method ?? 'GET',
      headers: headersOf(question),
      lookup: pinnedLookup(addresses),
      // A connection that was kept would lead to the address of an earlier check.
      agent: false,
      maxHeaderSize: headerBytes,
      rejectUnauthorized: true,
      signal,
    })
    sending.once('response', resolve)
    sending.on('error', reject)
    // After a change of protocol (101) nothing else tells.
    sending.once('close', () => reject(new Stopped('unreachable')))
    sending.end(question.body)
  })
}

function headersOf({ accept, body, etag, lastModified, from }: Question): OutgoingHttpHeaders {
  return {
    'user-agent': from ?? 'Waypost',
    accept: accept ?? '*/*',
    'accept-encoding': 'gzip, br',
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }),
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
}
