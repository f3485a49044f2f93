import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '../fixtures'
import { demoCookie, post, postJson } from './ask'

test('each page runs only scripts with a nonce of its own (B27)', async ({ baseURL }) => {
  const nonces = new Set<string>()
  for (const path of ['/', '/jobs', '/companies', '/guides', '/sign-in', '/demo', '/nothing-here']) {
    const response = await fetch(new URL(path, baseURL))
    const policy = response.headers.get('content-security-policy') ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? ''
    expect([path, scripts]).toEqual([
      path,
      expect.stringMatching(/^'self' 'nonce-[\w-]{22}' 'strict-dynamic'$/),
    ])
    for (const part of [
      `object-src 'none'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
      `form-action 'self'`,
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
    const nonce = /'nonce-([\w-]+)'/.exec(scripts)?.[1] ?? ''
    nonces.add(nonce)
    for (const [tag] of (await response.text()).matchAll(/<script\b[^>]*>/g))
      expect(tag).toContain(`nonce="${nonce}"`)
  }
  expect(nonces.size).toBe(7)
})

test('going from page to page by links breaks no policy (B27)', async ({ page }) => {
  for (const path of ['/', '/jobs', '/guides', '/companies', '/sign-in', '/demo']) await page.goto(path)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click()
  await expect(page).toHaveURL(/\/jobs/)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guides' }).click()
  await expect(page).toHaveURL(/\/guides/)
})

test('a script that somebody planted does not run (B27)', async ({ page, faults }) => {
  faults.allow(/CSP|Content Security Policy|ERR_INVALID_URL/)
  await page.goto('/jobs')
  const ran = await page.evaluate(async () => {
    const place = document.createElement('div')
    place.innerHTML = '<img src="data:image/png;base64,x" onerror="window.planted = 1">'
    const broken = new Promise((resolve) => place.firstElementChild?.addEventListener('error', resolve))
    document.body.append(place)
    await broken
    return (window as unknown as { planted?: number }).planted
  })
  expect(ran).toBeUndefined()
})

test('another site can neither post here nor frame a page (B23)', async ({ page, baseURL, faults }) => {
  faults.allow(/./)
  const url = baseURL ?? ''
  const foreign = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(
      request.url === '/frame'
        ? `<iframe src="${url}/sign-in"></iframe>`
        : `<form method="post" action="${url}/api/demo/sign-in"><input name="person" value="employer"><button>Win</button></form>`,
    )
  })
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
  const other = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`
  await page.goto(`${other}/form`)
  const [answer] = await Promise.all([
    page.waitForResponse(/api\/demo\/sign-in/),
    page.getByRole('button').click(),
  ])
  expect(answer.status()).toBe(403)
  expect((await page.context().cookies(url)).filter(({ name }) => name.includes('session'))).toEqual([])
  // A page is loaded when its frames are, or were refused.
  await page.goto(`${other}/frame`)
  expect(
    await page
      .frameLocator('iframe')
      .getByLabel('Your e-mail address')
      .count()
      .catch(() => 0),
  ).toBe(0)
  foreign.close()
})

test('a form of nowhere, of no origin, or by GET changes nothing (B23)', async ({ baseURL }) => {
  const url = baseURL ?? ''
  const cookie = await demoCookie(url, 'candidate')
  const path = '/api/sign-out/everywhere'
  expect((await post(url, path, {}, { cookie, origin: 'null' })).status).toBe(403)
  expect((await post(url, path, {}, { cookie, origin: 'https://evil.example' })).status).toBe(403)
  const noOrigin = await fetch(url + path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })
  expect(noOrigin.status).toBe(403)
  expect((await fetch(url + path, { headers: { cookie } })).status).toBe(405)
  const text = await fetch(url + path, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'text/plain' },
    body: '{}',
  })
  expect(text.status).toBe(415)
  expect((await fetch(`${url}/account/searches`, { headers: { cookie }, redirect: 'manual' })).status).toBe(
    200,
  )
})

const hostile = [
  `' or 1=1 --`,
  `'; drop table jobs; --`,
  '1) union select null,null--',
  '\\',
  '%',
  '_',
  '"a',
  'a & | ! : * ( ) <->',
  "':*",
  '(((((',
  '-',
  '🦀'.repeat(200),
  '\u202egnp.exe',
  'a\0b',
  '\ud800',
  'a'.repeat(7000),
  '{{7*7}}',
  '<script>alert(1)</script>',
]

test('hostile words in a search are an answer or a refusal (B30, B31)', async ({ baseURL }) => {
  for (const text of hostile) {
    for (const key of [
      'q',
      'role',
      'place',
      'sort',
      'after',
      'pay',
      'company',
      'posted',
      'order',
      'column',
    ]) {
      for (const path of ['/jobs', '/api/v1/jobs']) {
        const address = new URL(path, baseURL)
        address.searchParams.set(key, text)
        const started = Date.now()
        const response = await fetch(address)
        expect([path, key, text.slice(0, 20), response.status < 500]).toEqual([
          path,
          key,
          text.slice(0, 20),
          true,
        ])
        expect(Date.now() - started).toBeLessThan(5000)
        const body = await response.text()
        if (response.headers.get('content-type')?.startsWith('text/html')) {
          expect(body).not.toContain('<script>alert(1)</script>')
        }
      }
    }
  }
})

test('odd parameters are an answer or a refusal, and pollute nothing (B32)', async ({ baseURL }) => {
  const queries = [
    'q=a&q=b',
    'q[]=a',
    '__proto__[x]=1&constructor[prototype][x]=1',
    '__proto__=1',
    Array.from({ length: 500 }, (_, n) => `p${n}=1`).join('&'),
    'page=-1',
    'limit=1e9',
    'limit=NaN',
    'pay=1e400',
    'pay=9223372036854775808',
    'after=%ff%fe',
    '%E0%A4%A=%E0%A4%A',
    '&&&===',
  ]
  for (const query of queries) {
    for (const path of [
      '/jobs',
      '/api/v1/jobs',
      '/companies',
      '/sign-in',
      '/unsubscribe',
      '/sign-in/confirm',
    ]) {
      const response = await fetch(`${baseURL}${path}?${query}`)
      expect([path, query.slice(0, 30), response.status < 500]).toEqual([path, query.slice(0, 30), true])
    }
  }
  expect((await fetch(`${baseURL}/jobs`)).status).toBe(200)
})

test('fields that no form has are refused, and nothing is stored (B18)', async ({ baseURL }) => {
  const url = baseURL ?? ''
  const cookie = await demoCookie(url, 'candidate')
  for (const field of [
    'role',
    'companyId',
    'status',
    'verified',
    'id',
    'createdAt',
    'isDemo',
    'kind',
    'userId',
  ]) {
    const body = { name: `Smuggled ${field}`, [field]: 'x', idempotencyKey: crypto.randomUUID() }
    expect((await postJson(url, '/api/employer/companies', body, { cookie })).status).toBe(422)
  }
  expect(await (await fetch(`${url}/employer`, { headers: { cookie } })).text()).not.toContain('Smuggled')
})

for (const path of ['/jobs.rss', '/jobs.json', '/jobs.csv', '/api/listing', '/api/v1/jobs']) {
  test(`a feed has no policy of a page, and leaves the message of a page alone: ${path} (B27)`, async ({
    baseURL,
  }) => {
    const response = await fetch(new URL(`${path}?limit=1`, baseURL), {
      headers: { cookie: 'waypost-flash=saved', 'sec-fetch-dest': 'document' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-security-policy') ?? '').not.toContain('nonce-')
    expect(response.headers.getSetCookie()).toEqual([])
    const page = await fetch(new URL('/jobs', baseURL), {
      headers: { cookie: 'waypost-flash=saved', 'sec-fetch-dest': 'document' },
    })
    expect(page.headers.getSetCookie().join()).toContain('waypost-flash=;')
  })
}
