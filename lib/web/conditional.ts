import { hash } from 'node:crypto'
import { firstSeen, httpDate, parseHttpDate } from './last-modified'

/** Ten seconds in a shared cache keep a feed that many read from being made for each of them. */
export const SHARED_BRIEFLY = 'public, max-age=0, s-maxage=10'

type Sent = {
  body: string
  /** With a charset. */
  type: string
  /** What the ETag is made of, where the body says something that changes with every request. */
  identity?: string
  headers?: Record<string, string>
}

/**
 * An answer with ETag and Last-Modified, or 304 when whoever asks has it already (RFC 9110 §13). The ETag is weak, since what
 * compresses the body on its way keeps the header. `If-Modified-Since` counts only without `If-None-Match` (§13.2.2).
 */
export function answerFresh(request: Request, { body, type, identity = body, headers }: Sent): Response {
  const tag = hashOf(identity)
  const { pathname, search } = new URL(request.url)
  const since = firstSeen(hashOf(pathname + search), tag)
  const validators = {
    etag: `W/"${tag}"`,
    ...(since === null ? {} : { 'last-modified': httpDate(since) }),
    'cache-control': SHARED_BRIEFLY,
    ...headers,
  }
  if (isHeld(request.headers, tag, since)) return new Response(null, { status: 304, headers: validators })
  const answer = new Response(body, { headers: { ...validators, 'content-type': type } })
  texts.set(answer, body)
  return answer
}

const texts = new WeakMap<Response, string>()

/** The body as it was before it became a stream, from which to read it back takes longer than to make it. */
export function textOf(answer: Response): string | undefined {
  return texts.get(answer)
}

function isHeld(asked: Headers, tag: string, since: number | null): boolean {
  const tags = asked.get('if-none-match')
  if (tags !== null) return tags.trim() === '*' || tagsIn(tags).includes(tag)
  const date = parseHttpDate(asked.get('if-modified-since'))
  return date !== null && since !== null && since <= date
}

/** Weak comparison: `W/` says nothing here. */
function tagsIn(header: string): string[] {
  return [...header.matchAll(/(?:W\/)?"([^"]*)"/g)].map(([, tag = '']) => tag)
}

/** 132 bits. */
function hashOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}
