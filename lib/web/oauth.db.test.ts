import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { authAccounts, authSessions, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { getViewer } from '@/lib/accounts/queries'
import { forgetEnv } from '@/lib/env'
import { parseCookies } from './cookies'
import { finishOauth, startOauth } from './oauth'

testDb()

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const person = {
  sub: '42',
  email: 'Ada@Example.org',
  email_verified: true as boolean | undefined,
  name: 'Ada',
}
let claims: Record<string, unknown> = {}
let service: Server
let issuer = ''

/** An OpenID service that believes every code. */
beforeAll(async () => {
  service = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}))
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  for (const [name, value] of Object.entries({
    OIDC_ISSUER: issuer,
    OIDC_ID: 'board',
    OIDC_SECRET: 'shared',
  }))
    vi.stubEnv(name, value)
  forgetEnv()
})
afterAll(() => new Promise((resolve) => service.close(resolve)))
beforeEach(() => {
  claims = { ...person }
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const answers: Record<string, () => unknown> = {
  '/.well-known/openid-configuration': () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  }),
  '/keys': () => ({
    keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }],
  }),
  '/token': () => ({ access_token: 'access', token_type: 'Bearer', id_token: idToken() }),
}

function idToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const body = `${part({ alg: 'RS256', kid: '1' })}.${part({ iss: issuer, aud: 'board', iat: now, exp: now + 60, ...claims })}`
  return `${body}.${sign('sha256', Buffer.from(body), keys.privateKey).toString('base64url')}`
}

const asCookies = (lines: string[], also = '') =>
  parseCookies([...lines.map((line) => line.split(';')[0]), also].join('; '))

async function start(next = '/jobs?q=sql') {
  const { to, cookieLines } = await startOauth({ service: 'oidc', next, cookies: new Map(), requestId: 'r' })
  const asked = new URL(to)
  claims.nonce = asked.searchParams.get('nonce')
  return { asked, cookieLines, state: asked.searchParams.get('state') ?? '' }
}

async function finish({
  state,
  cookieLines,
  also = '',
}: {
  state: string
  cookieLines: string[]
  also?: string
}) {
  const done = await finishOauth({
    service: 'oidc',
    query: { code: 'c', state },
    cookies: asCookies(cookieLines, also),
    requestId: 'r',
  })
  const session = done.cookieLines.findLast((line) => line.startsWith('waypost-session='))
  return { to: done.to, session, viewer: await getViewer(/=([^;]*)/.exec(session ?? '')?.[1]) }
}

test('a verified address makes a person, with the session that mail makes too', async () => {
  const started = await start()
  expect(started.asked.origin).toBe(issuer)
  expect(Object.fromEntries(started.asked.searchParams)).toMatchObject({
    client_id: 'board',
    code_challenge_method: 'S256',
    redirect_uri: 'http://localhost:3000/api/auth/callback/oidc',
  })
  const { to, session, viewer } = await finish(started)
  expect(to).toBe('http://localhost:3000/jobs?q=sql')
  expect(session).toMatch(/^waypost-session=[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/)
  expect(viewer).toMatchObject({ email: 'ada@example.org', name: 'Ada', kind: 'member' })
  const rows = await db().select({ token: authSessions.sessionToken }).from(authSessions)
  expect(rows.every(({ token }) => /^[0-9a-f]{64}$/.test(token))).toBe(true)
  const [account] = await db().select().from(authAccounts)
  expect(account).toMatchObject({
    provider: 'oidc',
    providerAccountId: '42',
    access_token: null,
    id_token: null,
    refresh_token: null,
  })
  const again = await finish(await start())
  expect(again.viewer?.userId).toBe(viewer?.userId)
})

test('a state of another sign-in, none, or an old cookie signs nobody in (B11)', async () => {
  const [one, two] = [await start(), await start()]
  for (const mixed of [
    { ...one, state: two.state },
    { ...one, state: '' },
    { ...one, cookieLines: [] },
  ]) {
    expect(await finish(mixed)).toMatchObject({ to: '/sign-in?error=OAuthCallback', viewer: null })
  }
})

test('an answer for another sign-in (nonce) signs nobody in (B11)', async () => {
  const started = await start()
  claims.nonce = 'of-another'
  expect(await finish(started)).toMatchObject({ to: '/sign-in?error=OAuthCallback', viewer: null })
})

test.each([[false], [undefined]])(
  'an address that the service has not verified (%s) makes nobody (B11)',
  async (verified) => {
    claims = { ...claims, sub: '43', email: 'eve@example.org', email_verified: verified }
    expect(await finish(await start())).toMatchObject({ to: '/sign-in?error=Unverified', viewer: null })
    expect(await db().$count(users, eq(users.email, 'eve@example.org'))).toBe(0)
  },
)

test('an address that somebody has here already is not taken over, verified or not (B11)', async () => {
  await db().insert(users).values({ email: 'known@example.org' })
  claims = { ...claims, sub: '44', email: 'known@example.org' }
  expect(await finish(await start())).toMatchObject({
    to: '/sign-in?error=OAuthAccountNotLinked',
    viewer: null,
  })
  expect(await db().$count(authAccounts, eq(authAccounts.providerAccountId, '44'))).toBe(0)
})

test('a disabled person does not come in this way either', async () => {
  const { viewer } = await finish(await start())
  await db().update(users).set({ disabledAt: new Date() }).where(eq(users.id, viewer!.userId))
  expect(await finish(await start())).toMatchObject({ to: '/sign-in?error=Disabled', viewer: null })
  await db().update(users).set({ disabledAt: null }).where(eq(users.id, viewer!.userId))
})
