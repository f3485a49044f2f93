import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { db } from '@/db/client'
import { formDrafts, idempotencyKeys, settings, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { inTransaction } from '@/db/transaction'
import { openSession } from '@/lib/accounts/sessions'
import { done, Forbidden, NotFound, refused } from '@/lib/outcome'
import { type Handler, read, write } from './handler'
import { getKeptForm } from './kept'
import { takePoints } from './rate-limit'

testDb()
afterEach(() => vi.restoreAllMocks())

const BASE = 'http://localhost:3000'
const input = z.strictObject({
  key: z.string().min(1).max(50),
  note: z.string().max(20).optional(),
  tags: z.array(z.string()).default([]),
  password: z.string().optional(),
})

const makeSetting = write({
  route: 'settings.make',
  access: 'signed-in',
  creates: true,
  input,
  run: ({ actor, input }) =>
    inTransaction(actor, async (tx) => {
      if (input.key === 'forbidden-word') return refused('taken')
      const [made] = await tx.insert(settings).values({ key: input.key, value: Math.random() }).returning()
      return done({ value: Number(made?.value) })
    }),
  done: ({ value }, { input }) => ({
    to: `/settings/${input.key}`,
    message: 'Made.',
    json: { value },
    status: 201,
  }),
  refusals: { taken: { status: 409, message: 'This key is taken.', field: 'key' } },
  form: () => '/settings/new',
})

const echo = write({
  route: 'echo',
  access: 'anyone',
  input: z.strictObject({ id: z.string().optional(), text: z.string().max(300) }),
  run: async ({ input, viewer, client }) => done({ ...input, userId: viewer?.userId ?? null, client }),
  done: (value) => ({ to: '/', json: value }),
  refusals: {},
  form: () => '/echo',
})

let people = 0
async function aPerson(kind: 'member' | 'moderator' | 'admin' = 'member') {
  const [row] = await db()
    .insert(users)
    .values({ email: `p${++people}@example.org`, kind })
    .returning({ id: users.id })
  const userId = row!.id
  return { userId, cookie: `waypost-session=${await openSession(db(), userId, undefined)}` }
}

type Sent = {
  json?: unknown
  form?: Record<string, string> | [string, string][]
  headers?: Record<string, string>
  cookie?: string
  params?: Record<string, string>
}

function send(handler: Handler, { json, form, headers = {}, cookie, params = {} }: Sent): Promise<Response> {
  const given = new Headers({ origin: BASE, 'x-request-id': 'request-1', ...headers })
  if (cookie) given.set('cookie', cookie)
  if (json !== undefined && !given.has('content-type')) given.set('content-type', 'application/json')
  if (form && !given.has('accept')) given.set('accept', 'text/html,*/*')
  const body = json !== undefined ? JSON.stringify(json) : form ? new URLSearchParams(form) : null
  return handler(new Request(`${BASE}/api/x`, { method: 'POST', headers: given, body }), {
    params: Promise.resolve(params),
  })
}

const freshKey = () => crypto.randomUUID()
const keptId = (response: Response) =>
  /[?&]kept=([\w-]{22})/.exec(decodeURIComponent(response.headers.get('location') ?? ''))?.[1] ?? ''

test('a form is led on with a message, a program gets JSON', async () => {
  const { cookie } = await aPerson()
  const byForm = await send(makeSetting, { cookie, form: { key: 'by-form', idempotencyKey: freshKey() } })
  expect([byForm.status, byForm.headers.get('location')]).toEqual([303, '/settings/by-form'])
  expect(byForm.headers.get('set-cookie')).toMatch(
    /^waypost-flash=\S+; Path=\/; Max-Age=300; HttpOnly; SameSite=Lax$/,
  )
  const byProgram = await send(makeSetting, { cookie, json: { key: 'by-json', idempotencyKey: freshKey() } })
  expect(byProgram.status).toBe(201)
  expect(await byProgram.json()).toEqual({ value: expect.any(Number) })
  const byFetch = await send(makeSetting, {
    cookie,
    form: { key: 'by-fetch', idempotencyKey: freshKey() },
    headers: { accept: 'application/json' },
  })
  expect(byFetch.status).toBe(201)
})

test.each([
  ['another site', { origin: 'https://evil.org' }],
  ['null', { origin: 'null' }],
  ['the same host on another port', { origin: 'http://localhost:3001' }],
  ['https instead of http', { origin: 'https://localhost:3000' }],
])('a request from %s changes nothing (B23)', async (_, headers) => {
  const { cookie } = await aPerson()
  const key = freshKey()
  for (const sent of [{ json: { key, idempotencyKey: key } }, { form: { key, idempotencyKey: key } }]) {
    const response = await send(makeSetting, { ...sent, cookie, headers })
    expect(response.status).toBe(403)
    expect(response.headers.get('x-request-id')).toBe('request-1')
  }
  expect(await db().$count(settings, eq(settings.key, key))).toBe(0)
})

test('a request without Origin needs a browser that says it is ours, or JSON without any cookie (B23)', async () => {
  const without = (headers: Record<string, string>, body: string) =>
    echo(new Request(`${BASE}/api/x`, { method: 'POST', headers, body }), { params: Promise.resolve({}) })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const json = { 'content-type': 'application/json' }
  expect((await without(form, 'text=x')).status).toBe(403)
  expect((await without({ ...form, 'sec-fetch-site': 'cross-site' }, 'text=x')).status).toBe(403)
  expect((await without({ ...form, 'sec-fetch-site': 'same-site' }, 'text=x')).status).toBe(403)
  expect((await without({ ...form, 'sec-fetch-site': 'same-origin' }, 'text=x')).status).toBe(303)
  expect((await without(json, '{"text":"x"}')).status).toBe(200)
  expect((await without({ ...json, cookie: 'a=b' }, '{"text":"x"}')).status).toBe(403)
  expect((await without({ 'content-type': 'text/plain' }, '{"text":"x"}')).status).toBe(403)
})

test('JSON that calls itself text is not read (B23)', async () => {
  const response = await send(echo, { json: { text: 'x' }, headers: { 'content-type': 'text/plain' } })
  expect(response.status).toBe(415)
})

test('a visitor is asked to sign in, and their form waits for them', async () => {
  const program = await send(makeSetting, { json: { key: 'a', idempotencyKey: freshKey() } })
  expect(program.status).toBe(401)
  expect(program.headers.get('content-type')).toContain('application/problem+json')
  expect(await program.json()).toMatchObject({ status: 401, requestId: 'request-1' })
  const form = await send(makeSetting, { form: { key: 'typed', idempotencyKey: freshKey() } })
  expect(form.status).toBe(303)
  expect(form.headers.get('location')).toMatch(/^\/sign-in\?next=%2Fsettings%2Fnew%3Fkept%3D/)
  expect(await getKeptForm(keptId(form), null)).toMatchObject({ values: { key: ['typed'] } })
})

test('a wrong kind of person is refused, the right one is not', async () => {
  const adminOnly = write({
    route: 'admin.only',
    access: 'admin',
    input: z.strictObject({}),
    run: async () => done(),
    done: () => ({ to: '/' }),
    refusals: {},
    form: () => '/',
  })
  const statuses = []
  for (const kind of ['member', 'moderator', 'admin'] as const) {
    statuses.push((await send(adminOnly, { json: {}, cookie: (await aPerson(kind)).cookie })).status)
  }
  expect(statuses).toEqual([403, 403, 200])
})

test('invalid fields are named: problem JSON for a program, the form again for a person', async () => {
  const { cookie, userId } = await aPerson()
  const bad = { key: '', note: 'n'.repeat(21), password: 'hunter2', idempotencyKey: freshKey() }
  const program = await send(makeSetting, { cookie, json: bad })
  expect(program.status).toBe(422)
  expect(await program.json()).toMatchObject({
    errors: { key: 'Fill this in.', note: 'Use at most 20 characters.' },
  })
  const form = await send(makeSetting, { cookie, form: bad })
  expect(form.status).toBe(303)
  expect(form.headers.get('location')).toMatch(/^\/settings\/new\?kept=[\w-]{22}$/)
  const kept = await getKeptForm(keptId(form), userId)
  expect(kept).toMatchObject({ values: { note: ['n'.repeat(21)] }, errors: { key: 'Fill this in.' } })
  expect(JSON.stringify(kept)).not.toMatch(/hunter2|idempotencyKey/)
})

test('a kept form is shown to its owner only, for ten minutes', async () => {
  const { cookie, userId } = await aPerson()
  const other = await aPerson()
  const id = keptId(await send(makeSetting, { cookie, form: { key: '', idempotencyKey: freshKey() } }))
  expect(await getKeptForm(id, userId)).not.toBeNull()
  expect(await getKeptForm(id, other.userId)).toBeNull()
  expect(await getKeptForm(id, null)).toBeNull()
  await db().update(formDrafts).set({ expiresAt: sql`now()` }).where(eq(formDrafts.id, id))
  expect(await getKeptForm(id, userId)).toBeNull()
})

test.each(['role', 'companyId', 'status', 'verified', 'id', 'createdAt', 'userId', 'kind', 'isAdmin'])(
  'a field %s that no form has is refused (B18)',
  async (field) => {
    const { cookie } = await aPerson()
    const key = freshKey()
    const response = await send(makeSetting, {
      cookie,
      json: { key, [field]: 'admin', idempotencyKey: freshKey() },
    })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: { [field]: 'This form has no such field.' } })
    expect(await db().$count(settings, eq(settings.key, key))).toBe(0)
  },
)

test('who acts comes from the session, and a path parameter wins over a field (B13, B18)', async () => {
  const { cookie, userId } = await aPerson()
  const response = await send(echo, {
    cookie,
    json: { id: 'claimed', text: 'x' },
    params: { id: 'path' },
    headers: { 'x-waypost-client': '203.0.113.9' },
  })
  expect(await response.json()).toEqual({ id: 'path', text: 'x', userId, client: '203.0.113.9' })
})

test('an empty field of a form is absent where it may be; a list takes every value, a single field one', async () => {
  const { cookie } = await aPerson()
  const twice = await send(makeSetting, {
    cookie,
    form: [
      ['key', 'a'],
      ['key', 'b'],
      ['idempotencyKey', freshKey()],
    ],
    headers: { accept: 'application/json' },
  })
  expect(await twice.json()).toMatchObject({ status: 422, errors: { key: 'Give this once.' } })
  const list = await send(makeSetting, {
    cookie,
    form: [
      ['key', 'list'],
      ['note', ''],
      ['tags', 'a'],
      ['tags', 'b'],
      ['idempotencyKey', freshKey()],
    ],
    headers: { accept: 'application/json' },
  })
  expect(list.status).toBe(201)
})

test.each([
  'x'.repeat(10),
  `waypost-session=${'x'.repeat(5000)}`,
  'waypost-session=eyJhbGciOiJub25lIn0.e30.',
  '=;;==;',
  'waypost-session=\u00ff',
])('a broken cookie %j is nobody (B10)', async (cookie) => {
  const response = await send(echo, {
    cookie,
    json: { text: 'x' },
    headers: { authorization: 'Bearer \u00ff\u00fe' },
  })
  expect(await response.json()).toMatchObject({ userId: null })
})

test('a refusal of the command goes back to its field', async () => {
  const { cookie, userId } = await aPerson()
  const sent = { key: 'forbidden-word', idempotencyKey: freshKey() }
  const program = await send(makeSetting, { cookie, json: sent })
  expect([program.status, (await program.json()).errors]).toEqual([409, { key: 'This key is taken.' }])
  const form = await send(makeSetting, { cookie, form: sent })
  expect(await getKeptForm(keptId(form), userId)).toMatchObject({
    message: 'This key is taken.',
    values: { key: ['forbidden-word'] },
  })
})

test('the same key again gives the same answer, and writes once (B64)', async () => {
  const { cookie } = await aPerson()
  const sent = { key: freshKey(), idempotencyKey: freshKey() }
  const first = await send(makeSetting, { cookie, json: sent })
  const again = await send(makeSetting, { cookie, json: sent })
  const byHeader = await send(makeSetting, {
    cookie,
    json: { key: sent.key },
    headers: { 'idempotency-key': sent.idempotencyKey },
  })
  expect([first.status, again.status, byHeader.status]).toEqual([201, 201, 201])
  const bodies = [await first.text(), await again.text(), await byHeader.text()]
  expect(new Set(bodies).size).toBe(1)
})

test('the same key with another body is refused (B64)', async () => {
  const { cookie } = await aPerson()
  const idempotencyKey = freshKey()
  await send(makeSetting, { cookie, json: { key: freshKey(), idempotencyKey } })
  const other = await send(makeSetting, { cookie, json: { key: freshKey(), idempotencyKey } })
  expect(other.status).toBe(422)
})

test('the same key of another person, or after it was cleaned away, is a new request (B64)', async () => {
  const [one, two] = [await aPerson(), await aPerson()]
  const idempotencyKey = freshKey()
  expect(
    (await send(makeSetting, { cookie: one.cookie, json: { key: freshKey(), idempotencyKey } })).status,
  ).toBe(201)
  expect(
    (await send(makeSetting, { cookie: two.cookie, json: { key: freshKey(), idempotencyKey } })).status,
  ).toBe(201)
  await db().delete(idempotencyKeys).where(eq(idempotencyKeys.key, idempotencyKey))
  expect(
    (await send(makeSetting, { cookie: one.cookie, json: { key: freshKey(), idempotencyKey } })).status,
  ).toBe(201)
})

test('twenty at once with one key write one row and get one answer (B64)', async () => {
  const { cookie } = await aPerson()
  const sent = { key: freshKey(), idempotencyKey: freshKey() }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send(makeSetting, { cookie, json: sent })),
  )
  const bodies = await Promise.all(
    answers.filter(({ status }) => status === 201).map((answer) => answer.text()),
  )
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  expect(new Set(bodies).size).toBe(1)
  expect(await db().$count(settings, eq(settings.key, sent.key))).toBe(1)
})

test.each([undefined, '', 'short', 'with space in it', 'x'.repeat(256), 'ключ-ключ'])(
  'a write that creates needs a key, and %j is none',
  async (idempotencyKey) => {
    const { cookie } = await aPerson()
    expect((await send(makeSetting, { cookie, json: { key: 'x', idempotencyKey } })).status).toBe(400)
  },
)

test('what the command may not do, or does not find, has its status', async () => {
  const throwing = (error: Error) =>
    write({
      route: 'throws',
      access: 'anyone',
      input: z.strictObject({}),
      run: () => Promise.reject(error),
      done: () => ({ to: '/' }),
      refusals: {},
      form: () => '/',
    })
  expect((await send(throwing(new NotFound()), { json: {} })).status).toBe(404)
  expect((await send(throwing(new Forbidden()), { json: {} })).status).toBe(403)
})

test('a bug is logged once with the id of its request, and tells nobody anything', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const failing = write({
    route: 'fails',
    access: 'anyone',
    input: z.strictObject({ address: z.string() }),
    run: async ({ input }) => done(await db().execute(sql`select ${input.address}::uuid`)),
    done: () => ({ to: '/' }),
    refusals: {},
    form: () => '/fails',
  })
  const response = await send(failing, { json: { address: 'ada@example.org' } })
  expect(response.status).toBe(500)
  const page = await send(failing, { form: { address: 'ada@example.org' } })
  const [body, html] = [await response.text(), await page.text()]
  expect(html).toContain('Try again')
  expect(html).toContain('href="/fails"')
  const lines = logged.mock.calls.map(([line]) => String(line))
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0]!)).toMatchObject({ requestId: 'request-1', route: 'fails', code: '22P02' })
  for (const told of [body, html, ...lines]) expect(told).not.toMatch(/ada@example|select|uuid:/)
})

test('an empty bucket answers 429 with the wait, for a page too', async () => {
  const limited = write({
    route: 'limited',
    access: 'anyone',
    input: z.strictObject({}),
    limits: ({ client }) => [{ bucket: 'test', key: client, points: 2, seconds: 60 }],
    run: async () => done(),
    done: () => ({ to: '/' }),
    refusals: {},
    form: () => '/',
  })
  const from = (client: string) => ({ form: {}, headers: { 'x-waypost-client': client } })
  const answers = []
  for (let n = 0; n < 3; n++) answers.push(await send(limited, from('203.0.113.1')))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 429])
  expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await send(limited, from('203.0.113.2'))).status).toBe(303)
})

test('of twenty at once, exactly as many pass as the bucket holds', async () => {
  const limit = { bucket: 'parallel', key: 'x', points: 5, seconds: 60 }
  const taken = await Promise.allSettled(Array.from({ length: 20 }, () => takePoints([limit])))
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
})

test('what is read is checked too: access, parameters, absence', async () => {
  const list = read({
    route: 'settings.list',
    access: 'signed-in',
    input: z.strictObject({ id: z.string(), limit: z.coerce.number().int().max(10).optional() }),
    run: async ({ input }) => (input.id === 'here' ? input : null),
  })
  const { cookie } = await aPerson()
  const ask = (id: string, query: string, given = cookie) =>
    list(new Request(`${BASE}/api/x${query}`, { headers: { cookie: given, accept: 'application/json' } }), {
      params: Promise.resolve({ id }),
    })
  expect(await (await ask('here', '?limit=5')).json()).toEqual({ id: 'here', limit: 5 })
  const statuses = [
    await ask('gone', ''),
    await ask('here', '?limit=99'),
    await ask('here', '?limit=1&limit=2'),
    await ask('here', '?x=1'),
    await ask('here', '', ''),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([404, 400, 400, 400, 401])
})
