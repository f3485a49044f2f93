import type { z } from 'zod'
import type { Actor } from '@/db/transaction'
import type { Viewer } from '@/lib/accounts/viewer'
import { env } from '@/lib/env'
import type { Outcome } from '@/lib/outcome'
import { type Answer, answerDone, answerRefusal } from './answer'
import {
  type Access,
  type Arrival,
  actorOf,
  arrivalOf,
  type Handler,
  requireAccess,
  type ViewerFor,
  viewerOf,
} from './arrival'
import { type Body, readBody } from './body'
import { refusalOf } from './failure'
import { fromForm, requireInput } from './input'
import { requireOwnOrigin } from './origin'
import { type Limit, takePoints } from './rate-limit'
import { Refusal } from './refusal'

export type { Handler } from './arrival'
export { read } from './read'

type WriteContext<S extends z.ZodObject, A extends Access> = {
  actor: A extends 'anyone' ? Actor : Extract<Actor, { kind: 'person' }>
  viewer: ViewerFor<A>
  input: z.output<S>
  client: string
  cookies: ReadonlyMap<string, string>
}

export type FormContext = {
  params: Record<string, string | string[]>
  /** What was typed, judged by nobody yet. */
  values: Record<string, string[]>
  viewer: Viewer
}

/** `field` names the form field that the message stands beside. */
export type RefusalWords = { status: number; message: string; field?: string }

export type Write<S extends z.ZodObject, R extends string, T, A extends Access> = {
  /** The logical name, such as `jobs.close`: unique, and a line of the authorization table. */
  route: string
  access: A
  /** Strict whatever it says itself. Path parameters come in under their own names, and win over fields. */
  input: S
  /** Creates something: needs an idempotency key, so that sending twice is writing once. */
  creates?: boolean
  /**
   * `anywhere` only for the one-click POST of RFC 8058, whose permission is a token: no origin is asked for, and whoever
   * is signed in does not count. Its query counts like path parameters, and its answer is JSON.
   */
  from?: 'this-site' | 'anywhere'
  limits?: (context: WriteContext<S, A>) => Limit[]
  /** Calls one command. */
  run: (context: WriteContext<S, A>) => Promise<Outcome<R, T>>
  /** A repeated request brings the first value back as JSON keeps it: dates are texts then. */
  done: (value: T, context: WriteContext<S, A>) => Answer
  refusals: Record<R, RefusalWords>
  /** The page that holds the form; a refused form is sent back there with `?kept=`. */
  form: (context: FormContext) => string
}

/**
 * Every write goes through here, in this order: origin, type, size, session, access, fields, limits, command. A form is
 * answered by 303, a program by JSON, a refusal by problem JSON, by the form again, or by a page; each carries the request's id.
 */
export function write<
  S extends z.ZodObject,
  R extends string = never,
  T = undefined,
  A extends Access = Access,
>(options: Write<S, R, T, A>): Handler {
  return async (request, context) => {
    const arrival = await arrivalOf(request, context)
    if (options.from === 'anywhere') answerAsProgram(arrival, request)
    const sent: Sent = { body: null, viewer: null, key: null }
    try {
      return await carryOut(options, { request, arrival, sent })
    } catch (error) {
      const facts = { requestId: arrival.requestId, route: options.route, hasKey: sent.key !== null }
      const refusal = refusalOf(error, facts)
      const values = sent.body?.kind === 'form' ? Object.fromEntries(sent.body.values) : {}
      const form = () => options.form({ params: arrival.params, values, viewer: sent.viewer })
      return answerRefusal({
        refusal,
        arrival,
        form,
        values,
        viewer: sent.viewer,
        isForm: sent.body?.kind === 'form',
      })
    }
  }
}

type Sent = { body: Body | null; viewer: Viewer; key: string | null }
type Incoming = { request: Request; arrival: Arrival; sent: Sent }

async function carryOut<S extends z.ZodObject, R extends string, T, A extends Access>(
  options: Write<S, R, T, A>,
  { request, arrival, sent }: Incoming,
): Promise<Response> {
  const { from = 'this-site', access, input: schema, creates = false } = options
  if (from === 'this-site') requireOwnOrigin(request.headers, new URL(env().BASE_URL).origin)
  sent.body = await readBody(request)
  if (from === 'this-site') sent.viewer = await viewerOf(arrival)
  requireAccess(sent.viewer, access)
  sent.key = creates ? takeKey(request, sent.body) : null
  const input = requireInput(schema, { ...fieldsOf(schema, sent.body, creates), ...arrival.params })
  const actor = actorOf(sent.viewer)
  const { requestId: id, client, cookies } = arrival
  const idempotency = sent.key ? { key: sent.key, route: options.route, body: canonical(input) } : undefined
  actor.request = idempotency ? { id, idempotency } : { id }
  const about = { actor, viewer: sent.viewer, input, client, cookies } as WriteContext<S, A>
  await takePoints(options.limits?.(about) ?? [])
  const outcome = await options.run(about)
  if (!outcome.ok) throw refusalFor(options.refusals[outcome.reason])
  return answerDone(options.done(outcome.value, about), arrival)
}

/** A mail service follows no redirect and has no page to go back to; what its link names stands in the query. */
function answerAsProgram(arrival: Arrival, request: Request): void {
  Object.assign(arrival, { wantsJson: true, wantsPage: false, cookies: new Map() })
  for (const [name, value] of new URL(request.url).searchParams) arrival.params[name] ??= value
}

function fieldsOf(schema: z.ZodObject, body: Body, creates: boolean): Record<string, unknown> {
  const fields = body.kind === 'json' ? { ...body.values } : fromForm(schema, body.values)
  if (creates) delete fields.idempotencyKey
  return fields
}

function takeKey(request: Request, body: Body): string {
  const field = body.kind === 'json' ? body.values.idempotencyKey : body.values.get('idempotencyKey')?.[0]
  const key = request.headers.get('idempotency-key') ?? field
  if (typeof key === 'string' && /^[\x21-\x7e]{8,255}$/.test(key)) return key
  throw new Refusal(400, 'This form has no idempotency key. Load the page again and send it anew.')
}

/** Fields sent in another order are the same request. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function refusalFor({ status, message, field }: RefusalWords): Refusal {
  return new Refusal(status, message, field ? { errors: { [field]: message } } : {})
}
