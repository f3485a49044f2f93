import type { IncomingMessage } from 'node:http'
import { type Answer, answerHeaders, mediaType } from './answer'
import { decodeText } from './decode-text'
import { LIMITS, type Limits } from './limits'
import { type Resolve, resolveBySystem, resolvePublic } from './pinned-lookup'
import { readBody } from './read-body'
import { type Question, send } from './send'
import { Stopped, type StopReason, stoppedBy } from './stopped'
import { checkUrl } from './url'

export type { Answer } from './answer'

export type Options = Question & {
  /** Which media types may come, such as `/^application\/json$/`; tested in lower case and without parameters. */
  types?: RegExp
  limits?: Partial<Limits>
  /** Hosts that need be neither public nor https, `host:port` each: imports alone have some (`exemptHosts`). */
  allowed?: readonly string[]
  resolve?: Resolve
}

export type Failed = { ok: false; reason: StopReason; message: string }

type Fetching = { options: Options; limits: Limits; signal: AbortSignal }

/**
 * Asks an address that somebody typed (RELIABILITY.md B36, B37): public sites over https, at most 3 redirects, 10 s and
 * 10 MB. Any status is an answer, so 404 and 500 are `ok`; only of a 2xx the type is looked at and the body read.
 */
export async function fetchOutside(address: string, options: Options = {}): Promise<Answer | Failed> {
  const limits = { ...LIMITS, ...options.limits }
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), limits.timeMs)
  try {
    return await unlessAborted(follow(address, { options, limits, signal: deadline.signal }), deadline.signal)
  } catch (error) {
    const { reason, message } = deadline.signal.aborted ? new Stopped('timeout') : stoppedBy(error)
    return { ok: false, reason, message }
  } finally {
    clearTimeout(timer)
  }
}

/** Whatever hangs, the deadline holds: a question to DNS cannot be called back, only left behind. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })
}

async function follow(address: string, fetching: Fetching): Promise<Answer> {
  const { options, limits, signal } = fetching
  const { allowed = [], resolve = resolveBySystem } = options
  let target = checkUrl(address, allowed)
  for (let redirects = 0; ; redirects++) {
    const { url } = target
    const addresses = await resolvePublic(target, resolve)
    const message = await send({ url, addresses, question: options, headerBytes: limits.headerBytes, signal })
    const next = redirectOf(message)
    if (next === null) return await answerOf(message, url, fetching)
    message.destroy()
    // What is posted is for one site and is not sent on.
    if (redirects >= limits.redirects || options.method === 'POST') throw new Stopped('too-many-redirects')
    target = checkUrl(next, allowed, url)
  }
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) ? (headers.location ?? null) : null
}

async function answerOf(message: IncomingMessage, url: URL, fetching: Fetching): Promise<Answer> {
  const { options, limits, signal } = fetching
  const { statusCode: status = 0 } = message
  const headers = answerHeaders(message)
  const isFound = status >= 200 && status <= 299 && status !== 204
  try {
    if (isFound && options.types?.test(mediaType(headers.contentType)) === false) throw new Stopped('type')
    const isRead = isFound && options.method !== 'HEAD'
    const body = isRead ? decodeText(await readBody(message, limits, signal), headers.contentType ?? '') : ''
    return { ok: true, status, url: url.href, headers, body }
  } finally {
    message.destroy()
  }
}
