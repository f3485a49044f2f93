import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { Handler } from '../arrival'
import { textOf } from '../conditional'

const compress = promisify(gzip)
/** Below this the headers weigh more than what is saved. */
const WORTH_COMPRESSING = 1024
/** Half the time of the default for a tenth more bytes. */
const LEVEL = constants.Z_BEST_SPEED + 2

/**
 * Paths whose route handler the front calls itself: reads asked so often that the way through Next would cost more than the answer
 * (docs/decisions/0009). They are routes of Next all the same, which is what development uses.
 */
export type DirectRoutes = ReadonlyMap<string, Handler>

export function directRoute(
  routes: DirectRoutes,
  { method, url = '' }: IncomingMessage,
): Handler | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const end = url.indexOf('?')
  return routes.get(end < 0 ? url : url.slice(0, end))
}

export async function answerDirectly(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await handler(asked(request), { params: Promise.resolve({}) })
  const headers = Object.fromEntries(answer.headers)
  const text = textOf(answer)
  const body = text === undefined ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(text)
  const isEmpty = answer.status === 304 || body.length === 0
  const sent = isEmpty ? body : await encoded(body, request, headers)
  if (!isEmpty) headers['content-length'] = String(sent.length)
  response.writeHead(answer.status, headers)
  response.end(request.method === 'HEAD' ? undefined : sent)
}

async function encoded(
  body: Buffer,
  { headers: asked }: IncomingMessage,
  headers: Record<string, string>,
): Promise<Buffer> {
  headers.vary = 'Accept-Encoding'
  const accepts = /(?:^|[\s,])gzip(?!\s*;\s*q=0(?:\.0*)?(?:[\s,]|$))/i.test(
    String(asked['accept-encoding'] ?? ''),
  )
  if (!accepts || body.length < WORTH_COMPRESSING) return body
  headers['content-encoding'] = 'gzip'
  return compress(body, { level: LEVEL })
}

function asked({ method = 'GET', url = '/', headers }: IncomingMessage): Request {
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
  return new Request(`http://${headers.host}${url}`, { method, headers: pairs })
}
