import type { z } from 'zod'
import {
  type Access,
  type Arrival,
  arrivalOf,
  type Handler,
  requireAccess,
  type ViewerFor,
  viewerOf,
} from './arrival'
import { refusalOf } from './failure'
import { fromForm, requireInput } from './input'
import { problemResponse } from './problem'
import { type Limit, takePoints } from './rate-limit'
import { Refusal } from './refusal'

type Read<S extends z.ZodObject, A extends Access> = {
  route: string
  access: A
  /** Path parameters and query together; a fault is 400. Without it, `run` reads `url` itself. */
  input?: S
  limits?: (context: ReadContext<S, A>) => Limit[]
  /** A Response as it is; null is 404; anything else is sent as JSON. */
  run: (context: ReadContext<S, A>) => Promise<unknown>
}

type ReadContext<S extends z.ZodObject, A extends Access> = {
  viewer: ViewerFor<A>
  input: z.output<S>
  url: URL
  params: Record<string, string | string[]>
  client: string
  cookies: ReadonlyMap<string, string>
  requestId: string
  /** For its method, its conditional headers, and the signal that whoever asked has gone. */
  request: Request
}

/** Every JSON or file that is read. It changes nothing, so no origin is asked for. */
export function read<S extends z.ZodObject = z.ZodObject, A extends Access = Access>(
  options: Read<S, A>,
): Handler {
  return async (request, context) => {
    const arrival = await arrivalOf(request, context)
    const { requestId, client, cookies, params, wantsPage } = arrival
    try {
      const viewer = await viewerOf(arrival)
      requireAccess(viewer, options.access)
      const url = new URL(request.url)
      const input = options.input ? requireQuery(options.input, url, params) : {}
      const about = { viewer, input, url, params, client, cookies, requestId, request } as ReadContext<S, A>
      await takePoints(options.limits?.(about) ?? [])
      const found = await options.run(about)
      if (found instanceof Response) return found
      if (found === null || found === undefined) throw new Refusal(404, 'This is not here.')
      return Response.json(found, { headers: { 'cache-control': 'private, no-store' } })
    } catch (error) {
      const { status, message, more } = refusalOf(error, { requestId, route: options.route })
      return problemResponse({ status, detail: message, requestId, ...more }, wantsPage)
    }
  }
}

function requireQuery<S extends z.ZodObject>(schema: S, url: URL, params: Arrival['params']): z.output<S> {
  const fields = new Map<string, string[]>()
  for (const name of url.searchParams.keys()) fields.set(name, url.searchParams.getAll(name))
  try {
    return requireInput(schema, { ...fromForm(schema, fields), ...params })
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(400, error.message, error.more)
    throw error
  }
}
