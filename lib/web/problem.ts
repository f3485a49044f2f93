import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { escapeHtml } from '@/lib/mail/templates'

export type Problem = {
  status: number
  detail: string
  requestId: string
  errors?: Record<string, string>
  retryAfterSeconds?: number
  /** Where "Try again" leads on the page. */
  to?: string
}

export type PlainAnswer = { status: number; headers: Record<string, string>; body: string }

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem;color:#1c2320;background:#fff}
h1{font-size:1.5rem;line-height:1.25}small{color:#56605b}a{color:#0b5d4e}code{font-size:.9em}
@media(prefers-color-scheme:dark){body{color:#e7ebe8;background:#141816}small{color:#a5afa9}a{color:#6fd1b8}}`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** RFC 9457 problem JSON, or for a browser the same as a calm page. Both carry the request's id, and nothing from inside. */
export function answerProblem(problem: Problem, asPage: boolean): PlainAnswer {
  const headers: Record<string, string> = {
    'content-type': asPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'x-request-id': problem.requestId,
  }
  if (asPage) headers['content-security-policy'] = PAGE_POLICY
  if (problem.retryAfterSeconds !== undefined) headers['retry-after'] = String(problem.retryAfterSeconds)
  return { status: problem.status, headers, body: asPage ? page(problem) : json(problem) }
}

export function problemResponse(problem: Problem, asPage: boolean): Response {
  const { status, headers, body } = answerProblem(problem, asPage)
  return new Response(body, { status, headers })
}

/** A browser that navigates asks for HTML; everything else gets JSON. */
export function asksForPage(accept: string | null | undefined): boolean {
  return /\btext\/html\b/.test(accept ?? '')
}

function json({ status, detail, errors, requestId }: Problem): string {
  return JSON.stringify({ type: 'about:blank', title: titleOf(status), status, detail, errors, requestId })
}

function page({ status, detail, requestId, to = '/' }: Problem): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${titleOf(status)}</title><style>${STYLE}</style></head><body><main role="alert"><h1>${escapeHtml(detail)}</h1>
<p><a href="${escapeHtml(to)}">${status >= 500 || status === 429 ? 'Try again' : 'Go back'}</a></p>
<p><small>${status} ${titleOf(status)}. Number of this request: <code>${escapeHtml(requestId)}</code></small></p></main></body></html>`
}

function titleOf(status: number): string {
  return STATUS_CODES[status] ?? 'Refused'
}
