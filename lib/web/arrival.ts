import { randomBytes } from 'node:crypto'
import type { Actor } from '@/db/transaction'
import { getViewer } from '@/lib/accounts/queries'
import type { SignedIn, Viewer } from '@/lib/accounts/viewer'
import { cookieName, parseCookies } from './cookies'
import { CLIENT_HEADER, REQUEST_ID_HEADER } from './inner-headers'
import { asksForPage } from './problem'
import { Refusal } from './refusal'

/** What is known about a request before its body is read. */
export type Arrival = {
  requestId: string
  /** The address it came from; `server.ts` computed it. */
  client: string
  cookies: ReadonlyMap<string, string>
  params: Record<string, string | string[]>
  /** A program wants JSON; a browser that sent a form wants to be led on. */
  wantsJson: boolean
  wantsPage: boolean
}

export type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

export type Handler = (request: Request, context: RouteContext) => Promise<Response>

export async function arrivalOf(request: Request, context: RouteContext): Promise<Arrival> {
  const { headers } = request
  const accept = headers.get('accept') ?? ''
  const sendsJson = /^application\/json\b/i.test(headers.get('content-type') ?? '')
  const wantsPage = !sendsJson && asksForPage(accept)
  return {
    requestId: headers.get(REQUEST_ID_HEADER) ?? randomBytes(10).toString('hex'),
    client: headers.get(CLIENT_HEADER) ?? '0.0.0.0',
    cookies: parseCookies(headers.get('cookie')),
    params: Object.fromEntries(
      Object.entries((await context.params) ?? {}).filter(
        (entry): entry is [string, string | string[]] => !!entry[1],
      ),
    ),
    wantsJson: sendsJson || (!wantsPage && /\bjson\b/.test(accept)),
    wantsPage,
  }
}

export type Access = 'anyone' | 'signed-in' | 'moderator' | 'admin'
export type ViewerFor<A extends Access> = A extends 'anyone' ? Viewer : SignedIn

export function viewerOf(arrival: Arrival): Promise<Viewer> {
  return getViewer(arrival.cookies.get(cookieName('session')))
}

/** The first line of every route: 401 for a visitor, 403 for a person of the wrong kind. */
export function requireAccess(viewer: Viewer, access: Access): void {
  if (access === 'anyone') return
  if (!viewer) throw new Refusal(401, 'Sign in first.')
  const kinds = {
    'signed-in': ['member', 'moderator', 'admin'],
    moderator: ['moderator', 'admin'],
    admin: ['admin'],
  }
  if (!kinds[access].includes(viewer.kind))
    throw new Refusal(403, 'This is for the people who run this board.')
}

export function actorOf(viewer: Viewer): Actor {
  return viewer ? { kind: 'person', userId: viewer.userId } : { kind: 'visitor' }
}
