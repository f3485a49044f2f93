import { createHash, randomBytes } from 'node:crypto'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type AuthOptions } from 'next-auth'
import { inTransaction } from '@/db/transaction'
import { oauthAdapter } from '@/lib/accounts/oauth-adapter'
import { plainEmail } from '@/lib/accounts/rules'
import { freshToken } from '@/lib/accounts/secrets'
import { recordAudit } from '@/lib/audit/commands'
import { env } from '@/lib/env'
import { done } from '@/lib/outcome'
import { cookieName, printCookie, sessionCookie } from './cookies'
import { logError } from './log'
import { oauthProfile, oauthProviders } from './oauth-providers'

type Asked = {
  action: 'signin' | 'callback'
  service: string
  method: 'GET' | 'POST'
  query: Record<string, string>
  body: Record<string, string>
  cookies: ReadonlyMap<string, string>
  requestId: string
}

export type OauthAnswer = { to: string; cookieLines: string[] }

/** Leads to the sign-in service. The origin was checked, so next-auth's own token against foreign forms is made on the spot. */
export async function startOauth(
  asked: Pick<Asked, 'service' | 'cookies' | 'requestId'> & { next: string },
): Promise<OauthAnswer> {
  const csrfToken = randomBytes(32).toString('hex')
  const hash = createHash('sha256').update(`${csrfToken}${env().WAYPOST_SECRET}`).digest('hex')
  const cookies = new Map([...asked.cookies, [csrfCookie(), `${csrfToken}|${hash}`]])
  const body = { csrfToken, callbackUrl: new URL(asked.next, env().BASE_URL).href }
  return askNextAuth({ ...asked, action: 'signin', method: 'POST', query: {}, body, cookies })
}

/** What the service sends back: a session, or a reason on the sign-in page. */
export function finishOauth(
  asked: Pick<Asked, 'service' | 'query' | 'cookies' | 'requestId'>,
): Promise<OauthAnswer> {
  return askNextAuth({ ...asked, action: 'callback', method: 'GET', body: {} })
}

/** next-auth's handler with plain values: nothing of a request reaches it that did not go through our own parser. */
async function askNextAuth(asked: Asked): Promise<OauthAnswer> {
  const cookieLines: string[] = []
  let to = '/sign-in?error=Callback'
  let sessionToken: string | null = null
  const request = {
    method: asked.method,
    query: { ...asked.query, nextauth: [asked.action, asked.service] },
    body: asked.body,
    cookies: Object.fromEntries([...asked.cookies].map(([name, value]) => [name, decoded(value)])),
    headers: {},
  }
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === 'Set-Cookie' ? [...cookieLines] : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name === 'Location') to = String(value)
      if (name === 'Set-Cookie') cookieLines.splice(0, cookieLines.length, ...[value].flat())
    },
    end: () => {},
    json: () => {},
    send: () => {},
  }
  const options = authOptions(asked, (token) => {
    sessionToken = token
  })
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  if (sessionToken) cookieLines.push(printCookie(sessionCookie(sessionToken)))
  return { to: onOurPages(to), cookieLines }
}

/** next-auth prints its cookies percent-encoded, and wants them back decoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** next-auth names its own pages for what went wrong; ours is the sign-in page. */
function onOurPages(location: string): string {
  const { origin, pathname, searchParams } = new URL(location, env().BASE_URL)
  const own = new URL(env().BASE_URL).origin
  if (origin !== own || !pathname.startsWith('/api/auth/')) return location
  return `/sign-in?${new URLSearchParams({ error: searchParams.get('error') ?? 'Callback' })}`
}

function authOptions({ requestId, service }: Asked, onSession: (token: string) => void): AuthOptions {
  const secure = env().BASE_URL.startsWith('https:')
  return {
    secret: env().WAYPOST_SECRET,
    useSecureCookies: secure,
    providers: oauthProviders() as AuthOptions['providers'],
    adapter: oauthAdapter(onSession) as AuthOptions['adapter'],
    session: { strategy: 'database', generateSessionToken: freshToken },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: cookieName('session'),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    callbacks: {
      signIn: ({ user, profile }) => whyNot(user, profile) ?? true,
    },
    events: {
      signIn: async ({ user }) => {
        const actor = { kind: 'person' as const, userId: user.id, request: { id: requestId } }
        const entry = {
          action: 'session.open',
          objectKind: 'person',
          objectId: user.id,
          facts: { by: service },
        }
        await inTransaction(actor, async (tx) => {
          await recordAudit(tx, actor, entry)
          return done()
        })
      },
    },
    logger: {
      error: (code) => logError(new Error(code), { requestId, route: 'oauth' }),
      warn: () => {},
      debug: () => {},
    },
  }
}

/** Where to send somebody who may not come in; null lets them in. A known person is judged by their row, a new one by the address. */
function whyNot(user: object, profile: unknown): string | null {
  if ('disabledAt' in user) return user.disabledAt ? '/sign-in?error=Disabled' : null
  const given = oauthProfile.safeParse(profile)
  const isVerified =
    given.success && given.data.email_verified === true && plainEmail(given.data.email ?? '') !== null
  return isVerified ? null : '/sign-in?error=Unverified'
}

function csrfCookie(): string {
  return `${env().BASE_URL.startsWith('https:') ? '__Host-' : ''}next-auth.csrf-token`
}
