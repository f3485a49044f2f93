import { randomUUID } from 'node:crypto'
import { expect, test } from '../fixtures'
import { caughtMail, cookiesOf, demoCookie, ownAddress, post, postJson } from './ask'

const someone = () => `${randomUUID().slice(0, 13)}@example.org`
const tokenIn = (mail: string) => /token=([\w-]{43})/.exec(mail)?.[1] ?? ''
const codeIn = (mail: string) => /^\s*(\d{6})\s*$/m.exec(mail.replace(/<[^>]+>/g, '\n'))?.[1] ?? ''

test('a scanner that opens the link gets no session, and the person still gets in (B08)', async ({
  page,
  baseURL,
  playwright,
}) => {
  const email = someone()
  await page.goto('/sign-in?next=/jobs')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expect(page).toHaveURL(/\/sign-in\/sent$/)
  const link = `/sign-in/confirm?token=${tokenIn(await caughtMail(baseURL ?? '', email))}`

  const scanner = await playwright.request.newContext({ ...(baseURL ? { baseURL } : {}) })
  for (const opened of [await scanner.head(link), await scanner.get(link), await scanner.get(link)]) {
    expect(opened.status()).toBe(200)
    expect(opened.headers()['set-cookie']).toBeUndefined()
  }
  await scanner.dispose()

  await page.goto(link)
  await page.getByRole('button', { name: `Sign in as ${email}` }).click()
  await expect(page).toHaveURL(/\/jobs$/)
  await expect(page.getByText('You are signed in.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('You are signed in.')).toHaveCount(0)

  // The cookie is for the server alone, and nothing that opens a session is left where scripts could read it (B04).
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('waypost-session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(session?.secure).toBe(baseURL?.startsWith('https:'))
  expect(
    await page.evaluate(() =>
      [document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
    ),
  ).not.toMatch(/[\w-]{43}/)
  expect(page.url()).not.toMatch(/[\w-]{43}/)
})

test('the code works in the browser that asked, without scripts too; a used link offers a new one (B07, B103)', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const email = someone()
  await page.goto('/sign-in')
  await page.getByLabel('Your e-mail address').fill(email)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  const mail = await caughtMail(baseURL ?? '', email)
  const code = codeIn(mail)
  await page.getByLabel('Code of six digits').fill(code === '000000' ? '000001' : '000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('not the code')
  await page.getByLabel('Code of six digits').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('You are signed in.')).toBeVisible()
  await context.close()

  const other = await browser.newPage()
  await other.goto(`/sign-in/confirm?token=${tokenIn(mail)}`)
  await expect(other.getByRole('main').getByRole('alert')).toContainText('used already')
  await expect(other.getByRole('button', { name: 'Mail me a link' })).toBeVisible()
  await other.close()
  const replayed = await postJson(baseURL ?? '', '/api/sign-in/confirm', { token: tokenIn(mail) })
  expect(replayed.status).toBe(410)
  expect(replayed.headers.getSetCookie()).toEqual([])
})

test('known and unknown addresses get the same answer in the same time (B05)', async ({ baseURL }) => {
  test.setTimeout(120_000)
  const shape = async (response: Response) => {
    const headers = [...response.headers]
      .filter(([name]) => !['date', 'x-request-id'].includes(name))
      .map(([name, value]) => `${name}: ${value.replace(/flow=[\w-]+/, 'flow=…')}`)
    return JSON.stringify([response.status, headers, await response.text()])
  }
  const url = baseURL ?? ''
  const known = someone()
  await postJson(url, '/api/sign-in', { email: known })
  const first = await postJson(url, '/api/sign-in/confirm', { token: tokenIn(await caughtMail(url, known)) })
  expect(first.status).toBe(200)
  const times = { known: [] as number[], unknown: [] as number[] }
  const shapes = new Set<string>()
  for (let n = 0; n < 24; n++) {
    for (const kind of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const email = kind === 'known' ? known : someone()
      const started = performance.now()
      const response = await postJson(url, '/api/sign-in', { email })
      times[kind].push(performance.now() - started)
      shapes.add(await shape(response))
    }
  }
  expect([...shapes]).toHaveLength(1)
  // However busy the machine, the quickest answer to either lies among the quicker half of those to the other: one that also sent a mail would not.
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[all.length / 2] ?? 0
  expect(Math.min(...times.known)).toBeLessThan(middle(times.unknown))
  expect(Math.min(...times.unknown)).toBeLessThan(middle(times.known))
})

test('guessing codes is capped by network and by address; the link still works (B06)', async ({
  baseURL,
}) => {
  test.setTimeout(120_000)
  const url = baseURL ?? ''
  const email = someone()
  const asked = await post(url, '/api/sign-in', { email })
  const flow = cookiesOf(asked)
  const mail = await caughtMail(url, email)
  const guess = () =>
    postJson(
      url,
      '/api/sign-in/code',
      { code: codeIn(mail) === '999999' ? '999998' : '999999' },
      { cookie: flow },
    )
  const statuses: number[] = []
  for (let n = 0; n < 30; n++) statuses.push((await guess()).status)
  expect(statuses.slice(0, 25).every((status) => status === 422)).toBe(true)
  expect(statuses.slice(25).every((status) => status === 429)).toBe(true)

  const network = ownAddress()
  const asks: number[] = []
  for (let n = 0; n < 27; n++)
    asks.push(
      (await postJson(url, '/api/sign-in', { email: someone() }, { 'x-forwarded-for': network })).status,
    )
  expect(asks).toEqual([...Array(25).fill(202), 429, 429])

  const confirmed = await postJson(url, '/api/sign-in/confirm', { token: tokenIn(mail) })
  expect(confirmed.status).toBe(200)
})

test('whatever `next` says, signing in stays here (B09)', async ({ baseURL }) => {
  const url = baseURL ?? ''
  for (const next of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '/%0d%0aSet-Cookie:a=b',
    '/\t/evil.example',
    '/api/sign-out',
  ]) {
    const page = await (await fetch(`${url}/sign-in?next=${encodeURIComponent(next)}`)).text()
    const offered = /name="next" value="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(new URL(offered, url).origin).toBe(url)
    const response = await post(url, '/api/demo/sign-in', { person: 'candidate', next })
    const location = response.headers.get('location') ?? ''
    expect(new URL(location, url).origin).toBe(url)
    expect(location).toMatch(/^\/(?![/\\])/)
  }
})

test('a broken session is nobody, everywhere (B10)', async ({ baseURL }) => {
  const broken = [
    'waypost-session=',
    'waypost-session=x',
    `waypost-session=${'x'.repeat(6000)}`,
    'waypost-session=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.',
    'waypost-session=%00%ff',
    '=;;=',
    'next-auth.session-token=x; __Secure-next-auth.session-token=y',
  ]
  for (const cookie of broken) {
    for (const path of ['/', '/jobs', '/account/searches', '/employer']) {
      const response = await fetch(new URL(path, baseURL), {
        headers: { cookie, authorization: 'Bearer ÿþ' },
        redirect: 'manual',
      })
      const isPrivate = path.startsWith('/account') || path.startsWith('/employer')
      expect([cookie.slice(0, 40), path, response.status]).toEqual([
        cookie.slice(0, 40),
        path,
        isPrivate ? 307 : 200,
      ])
    }
    const write = await postJson(
      baseURL ?? '',
      '/api/sign-out/everywhere',
      {},
      { cookie, authorization: 'Basic %%%' },
    )
    expect(write.status).toBe(401)
  }
})

test('nobody says who they are, in no place where a session is made or read (B13)', async ({ baseURL }) => {
  const url = baseURL ?? ''
  const cookie = await demoCookie(url, 'candidate')
  const claims = {
    userId: randomUUID(),
    kind: 'admin',
    role: 'admin',
    email: 'root@example.org',
    companies: '1',
    isDemo: 'false',
  }
  for (const path of [
    '/api/auth/session',
    '/api/auth/callback/credentials',
    '/api/auth/signin',
    '/api/auth/_log',
    '/api/auth/signout',
    '/api/auth/csrf',
    '/api/auth/providers',
  ]) {
    expect((await postJson(url, path, claims, { cookie })).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(url + path, { headers: { cookie }, redirect: 'manual' })).status).toBe(404)
  }
  expect((await postJson(url, '/api/auth/session', '{broken', { cookie })).status).toBe(400)
  expect((await postJson(url, '/api/demo/sign-in', { person: 'candidate', ...claims })).status).toBe(422)
  expect((await postJson(url, '/api/sign-in', { ...claims, email: someone() })).status).toBe(422)
  const page = await (await fetch(`${url}/account/sign-in`, { headers: { cookie } })).text()
  expect(page).toContain('candidate@demo.example')
  expect(page).not.toContain('root@example.org')
})

test('a cookie that was copied is worth nothing after sign-out: pages, data for the router, writes (B02)', async ({
  baseURL,
}) => {
  const url = baseURL ?? ''
  const cookie = await demoCookie(url, 'candidate')
  expect((await fetch(`${url}/account/searches`, { headers: { cookie }, redirect: 'manual' })).status).toBe(
    200,
  )
  const out = await post(url, '/api/sign-out', {}, { cookie })
  expect([out.status, out.headers.get('clear-site-data')]).toEqual([303, '"cache"'])
  expect((await fetch(`${url}/account/searches`, { headers: { cookie }, redirect: 'manual' })).status).toBe(
    307,
  )
  const data = await fetch(`${url}/account/searches`, { headers: { cookie, rsc: '1' }, redirect: 'manual' })
  expect(await data.text()).not.toContain('candidate@demo.example')
  expect((await postJson(url, '/api/sign-out/everywhere', {}, { cookie })).status).toBe(401)
})
