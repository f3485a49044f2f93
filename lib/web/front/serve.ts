import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { BlockList, Socket } from 'node:net'
import { constants } from 'node:zlib'
import compression from 'compression'
import { clientAddress, isTrusted } from '../client-address'
import { securityHeaders } from '../headers'
import { CLIENT_HEADER, REQUEST_ID_HEADER } from '../inner-headers'
import { answerProblem, asksForPage, type PlainAnswer } from '../problem'
import { answerDirectly, type DirectRoutes, directRoute } from './direct'
import { isInnerHeader, refusalOfRequest } from './guard'
import { kindOf, Load } from './load'
import { holdPage, isReading } from './reading'

/**
 * In place of Next's, which knows no brotli: a page is sent twice, as HTML and as the data of its components, and gzip does not look back
 * that far. At this quality a guide is a quarter smaller than by gzip.
 */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } })

/** Long enough for the sender to read why. */
const UNREAD_BODY_MS = 1000

export type Front = {
  baseUrl: string
  isDev: boolean
  proxies: BlockList
  /** Hands a valid request on to Next. */
  next: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  direct: DirectRoutes
  isReady: () => Promise<boolean>
  /** Of `/ready`: how the search engine is. It may be anything, and the board is ready all the same. */
  engineLines: () => string[]
  isStopping: () => boolean
}

/** What stands between the network and Next: refuses what is malformed or too much, and says who asks. */
export function serve(front: Front): RequestListener {
  const load = new Load()
  const common = securityHeaders(front.baseUrl)
  return (request, response) => {
    const requestId = requestIdOf(request, front.proxies)
    for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
    response.setHeader(REQUEST_ID_HEADER, requestId)
    if (front.isStopping()) response.setHeader('connection', 'close')
    answer(front, load, { request, response, requestId }).catch(() => {
      refuse({ request, response, requestId }, { status: 500, detail: 'Something went wrong on our side.' })
    })
  }
}

type Exchange = { request: IncomingMessage; response: ServerResponse; requestId: string }

async function answer(front: Front, load: Load, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const { method = '', url = '', headers } = request
  if (url === '/health') return say(exchange, 200, 'alive')
  if (url === '/ready') return sayReady(front, exchange)
  const refused = refusalOfRequest({ method, url, headers, isDev: front.isDev })
  if (refused) return refuse(exchange, refused)
  if (isOtherLoopback(request, front.baseUrl)) return moveTo(front.baseUrl, exchange)
  const leave = load.enter(kindOf(method, url))
  if (!leave) {
    return refuse(exchange, {
      status: 503,
      detail: 'The board is very busy. Try again in a moment.',
      retryAfterSeconds: 2,
    })
  }
  response.once('close', leave)
  const { socket } = request
  response.once('close', () => letGo(request, socket))
  speakInwards(front, exchange)
  const handler = directRoute(front.direct, request)
  if (handler) return answerDirectly(handler, request, response)
  compress(request, response, () => {})
  if (!front.isDev && isReading(request)) holdPage(response)
  await front.next(request, response)
}

/** A body that was refused and goes on arriving would hold its connection until the time for requests is over. */
function letGo(request: IncomingMessage, socket: Socket): void {
  const close = () => {
    if (!request.complete) socket.destroy()
  }
  if (!request.complete) setTimeout(close, UNREAD_BODY_MS).unref()
}

/** Strips what only we may say, then says it: Next and the handlers believe these headers. */
function speakInwards({ baseUrl, proxies }: Front, { request, requestId }: Exchange): void {
  const { headers } = request
  const client = clientAddress(request.socket.remoteAddress ?? '', first(headers['x-forwarded-for']), proxies)
  for (const name of Object.keys(headers)) if (isInnerHeader(name)) delete headers[name]
  const { host, protocol } = new URL(baseUrl)
  headers.host = host
  headers['x-forwarded-host'] = host
  headers['x-forwarded-proto'] = protocol.slice(0, -1)
  headers['x-forwarded-for'] = client
  headers[CLIENT_HEADER] = client
  headers[REQUEST_ID_HEADER] = requestId
}

function requestIdOf({ headers, socket }: IncomingMessage, proxies: BlockList): string {
  const given = first(headers[REQUEST_ID_HEADER])
  const isBelieved =
    given && /^[A-Za-z0-9-]{8,64}$/.test(given) && isTrusted(socket.remoteAddress ?? '', proxies)
  return isBelieved ? given : randomBytes(10).toString('hex')
}

function first(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}

/** A board on localhost is also reached as 127.0.0.1, where its own forms would count as foreign. */
function isOtherLoopback({ headers, method }: IncomingMessage, baseUrl: string): boolean {
  if (method !== 'GET' || headers['sec-fetch-mode'] !== 'navigate') return false
  const own = new URL(baseUrl)
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/
  const [, name = '', port = ''] = /^(.*?)(?::(\d+))?$/.exec(headers.host ?? '') ?? []
  return loopback.test(own.hostname) && loopback.test(name) && name !== own.hostname && port === own.port
}

function moveTo(baseUrl: string, { request, response }: Exchange): void {
  response.writeHead(307, { location: new URL(baseUrl).origin + request.url, 'content-length': 0 }).end()
}

async function sayReady(front: Front, exchange: Exchange): Promise<void> {
  const isReady = !front.isStopping() && (await front.isReady())
  return say(
    exchange,
    isReady ? 200 : 503,
    [isReady ? 'ready' : 'not ready', ...front.engineLines()].join('\n'),
  )
}

function say({ request, response }: Exchange, status: number, words: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0, connection: 'close' }).end()
    return
  }
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '2' } : {}),
  })
  response.end(`${words}\n`)
}

type Refused = { status: number; detail: string; allow?: string; retryAfterSeconds?: number }

function refuse({ request, response, requestId }: Exchange, { allow, ...refused }: Refused): void {
  if (response.headersSent) return void response.destroy()
  const plain = answerProblem({ ...refused, requestId }, asksForPage(request.headers.accept))
  send(request, response, { ...plain, headers: allow ? { ...plain.headers, allow } : plain.headers })
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: PlainAnswer,
): void {
  // The rest of a refused body is not worth reading.
  response.shouldKeepAlive = request.complete || request.headers['content-length'] === undefined
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}
