import type { Viewer } from '@/lib/accounts/viewer'
import type { Arrival } from './arrival'
import { type NewCookie, printCookie } from './cookies'
import { flashOf } from './flash-cookie'
import { keepForm } from './kept'
import { logError } from './log'
import { problemResponse } from './problem'
import type { Refusal } from './refusal'

/** What a write answers when it is done: a form goes on to `to`, with the message shown once; a program gets `json`. */
export type Answer = {
  /** A path of this site. */
  to: string
  message?: string
  json?: unknown
  /** Of the JSON answer; 200 when not given. */
  status?: number
  cookies?: NewCookie[]
  /** Whole Set-Cookie lines, of a library that prints its own. */
  cookieLines?: string[]
  headers?: Record<string, string>
}

export function answerDone(answer: Answer, arrival: Arrival): Response {
  const { to, message, json, status = 200, cookies = [], cookieLines = [] } = answer
  const headers = new Headers({ 'cache-control': 'no-store', ...answer.headers })
  for (const line of [...cookies.map(printCookie), ...cookieLines]) headers.append('set-cookie', line)
  if (arrival.wantsJson) return Response.json(json ?? { to, message }, { status, headers })
  if (message) headers.append('set-cookie', printCookie(flashOf(message)))
  headers.set('location', to)
  return new Response(null, { status: 303, headers })
}

type Refused = {
  refusal: Refusal
  arrival: Arrival
  form: () => string
  values: Record<string, string[]>
  viewer: Viewer
  isForm: boolean
}

/** What a person can mend in the form leads back to it; the rest is a problem, the same for every caller. */
export async function answerRefusal(refused: Refused): Promise<Response> {
  const { refusal, arrival, form, isForm } = refused
  const { status, message, more } = refusal
  const { requestId, wantsJson, wantsPage } = arrival
  if (isForm && !wantsJson && isMendable(status)) {
    // Where what was typed cannot be kept, the refusal itself must still arrive.
    const sentBack = await sendBack(refused).catch((error) =>
      logError(error, { requestId, route: 'forms.keep' }),
    )
    if (sentBack) return sentBack
  }
  const to = status >= 500 && isForm ? form() : more.to
  return problemResponse({ status, detail: message, requestId, ...more, ...(to ? { to } : {}) }, wantsPage)
}

function isMendable(status: number): boolean {
  return status === 401 || status === 409 || status === 410 || status === 422
}

async function sendBack({ refusal, arrival, form, values, viewer }: Refused): Promise<Response> {
  const { message, more } = refusal
  const id = await keepForm({ values, errors: more.errors ?? {}, message, userId: viewer?.userId ?? null })
  const page = form()
  const back = `${page}${page.includes('?') ? '&' : '?'}kept=${id}`
  const location = refusal.status === 401 ? `/sign-in?next=${encodeURIComponent(back)}` : back
  const headers = { location, 'cache-control': 'no-store', 'x-request-id': arrival.requestId }
  return new Response(null, { status: 303, headers })
}
