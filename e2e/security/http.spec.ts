import { expect, test } from '@playwright/test'
import { ownAddress, postJson, sendRaw } from './ask'

const base = (info: { baseURL?: string | undefined }) => info.baseURL ?? ''
const head = (first: string, ...more: string[]) => [first, 'Host: localhost', ...more, '', ''].join('\r\n')

const refusedRaw: [string, string, number[]][] = [
  ['a path with broken percent signs', head('GET /jobs/%E0%A4%A HTTP/1.1'), [400]],
  ['a path with a NUL', head('GET /jobs/%00 HTTP/1.1'), [400]],
  ['a path that names another host', head('GET //evil.example/ HTTP/1.1'), [400]],
  ['an absolute address', head('GET http://evil.example/ HTTP/1.1'), [400]],
  ['a URL of 20 kB', head(`GET /jobs?q=${'a'.repeat(20_000)} HTTP/1.1`), [414]],
  ['a header of 64 kB', head('GET /jobs HTTP/1.1', `X-A: ${'a'.repeat(65_536)}`), [431]],
  ['TRACE', head('TRACE / HTTP/1.1'), [405, 501]],
  ['CONNECT', head('CONNECT evil.example:443 HTTP/1.1'), [400, 405]],
  ['PROPFIND', head('PROPFIND / HTTP/1.1'), [405, 501]],
  ['a method that nobody knows', head('BREW /jobs HTTP/1.1'), [400, 405, 501]],
  [
    'two lengths',
    `${head('POST /api/sign-in HTTP/1.1', 'Content-Length: 3', 'Content-Length: 4')}abcd`,
    [400],
  ],
  [
    'a length and chunks',
    `${head('POST /api/sign-in HTTP/1.1', 'Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    [400],
  ],
  ['a broken chunk', `${head('POST /api/sign-in HTTP/1.1', 'Transfer-Encoding: chunked')}zz\r\n`, [400]],
  ['a negative length', head('POST /api/sign-in HTTP/1.1', 'Content-Length: -1'), [400]],
  ['no Host', 'GET / HTTP/1.1\r\n\r\n', [400]],
  ['a header with a bare CR', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\rb\r\n\r\n', [400]],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', [400]],
]

test.describe('what is malformed never reaches the framework (B33)', () => {
  for (const [name, bytes, statuses] of refusedRaw) {
    test(name, async ({ baseURL }) => {
      const told = await sendRaw(base({ baseURL }), bytes, 3000)
      expect(statuses).toContain(told.status)
      expect(told.headers['x-request-id']).toMatch(/^[\w-]{8,}$/)
      expect(told.headers['x-content-type-options']).toBe('nosniff')
    })
  }

  test('a server action does not exist, whatever its body', async ({ baseURL }) => {
    for (const path of ['/', '/jobs', '/sign-in', '/api/sign-in']) {
      for (const origin of [base({ baseURL }), 'https://evil.example']) {
        const response = await fetch(new URL(path, baseURL), {
          method: 'POST',
          headers: {
            'next-action': '0'.repeat(40),
            origin,
            'content-type': 'multipart/form-data; boundary=x',
          },
          body: 'x'.repeat(1_500_000),
        }).catch(() => null)
        // A connection that is closed in the middle of a body that is too large is an answer too.
        if (response) expect([404, 405, 413]).toContain(response.status)
      }
    }
  })

  test('a page is not written to', async ({ baseURL }) => {
    for (const path of ['/', '/jobs', '/sign-in', '/nothing', '/health', '/ready']) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const response = await fetch(new URL(path, baseURL), { method })
        expect([path, method, response.status]).toEqual([path, method, 405])
        expect(response.headers.get('allow')).toContain('GET')
      }
    }
  })

  test('state of the router that is garbage is refused', async ({ baseURL }) => {
    for (const tree of ['{', '%', '[1', 'null', `["",{"children":["x"]},${'['.repeat(200)}`]) {
      const response = await fetch(new URL('/jobs', baseURL), {
        headers: { rsc: '1', 'next-router-state-tree': tree },
      })
      expect(response.status).toBeLessThan(500)
    }
  })

  test('headers that arrive too slowly are given up', async ({ baseURL }) => {
    test.setTimeout(40_000)
    const started = Date.now()
    const told = await sendRaw(base({ baseURL }), 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 25_000)
    expect(told.ended).toBe(true)
    expect(Date.now() - started).toBeLessThan(15_000)
    expect(told.status).toBe(408)
  })
})

test.describe('bodies (B34)', () => {
  test('nested 10,000 deep', async ({ baseURL }) => {
    const body = `{"email":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    expect((await postJson(base({ baseURL }), '/api/sign-in', body)).status).toBe(400)
  })

  test('50 MB, announced and not', async ({ baseURL }) => {
    const started = Date.now()
    const announced = await sendRaw(
      base({ baseURL }),
      head(
        'POST /api/sign-in HTTP/1.1',
        `Origin: ${baseURL}`,
        'Content-Type: application/json',
        'Content-Length: 50000000',
      ),
    )
    expect(announced.status).toBe(413)
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`
    const chunked = await sendRaw(
      base({ baseURL }),
      head(
        'POST /api/sign-in HTTP/1.1',
        `Origin: ${baseURL}`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
      ) + chunk.repeat(20),
      2000,
    )
    expect(chunked.status).toBe(413)
    expect(Date.now() - started).toBeLessThan(8000)
  })

  test('wrong types, nothing, and a compressed bomb', async ({ baseURL }) => {
    const url = base({ baseURL })
    expect((await postJson(url, '/api/sign-in', '', {})).status).toBe(400)
    expect((await postJson(url, '/api/sign-in', 'x', { 'content-type': 'application/xml' })).status).toBe(415)
    expect((await postJson(url, '/api/sign-in', '{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect(
      (await postJson(url, '/api/sign-in', '{"email":"a@example.org"}', { 'content-type': 'text/plain' }))
        .status,
    ).toBe(415)
  })
})

test.describe('what a client claims about itself (B59)', () => {
  test('a forged address before the one that the proxy saw changes no limit', async ({ baseURL }) => {
    const seen = ownAddress()
    const statuses: number[] = []
    for (let n = 0; n < 27; n++) {
      const response = await postJson(
        base({ baseURL }),
        '/api/sign-in/code',
        { code: '000000' },
        {
          'x-forwarded-for': `198.51.100.${n}, ${seen}`,
          'x-real-ip': `198.51.100.${n}`,
          forwarded: `for=198.51.100.${n}`,
          'x-waypost-client': `198.51.100.${n}`,
        },
      )
      statuses.push(response.status)
      if (response.status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(statuses.slice(0, 25).every((status) => status === 410)).toBe(true)
    expect(statuses.slice(25)).toEqual([429, 429])
  })

  test('a forged host is in no link', async ({ baseURL }) => {
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-original-url': '/admin',
      'x-rewrite-url': '/admin',
    }
    for (const path of ['/sign-in', '/jobs/', '/employer']) {
      const response = await fetch(new URL(path, baseURL), { headers: forged, redirect: 'manual' })
      expect(response.headers.get('location') ?? '').not.toContain('evil.example')
      expect(await response.text()).not.toContain('evil.example')
    }
    const raw = await sendRaw(
      base({ baseURL }),
      'GET /jobs/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    )
    expect(JSON.stringify(raw.headers)).not.toContain('evil.example')
  })
})

test('the security headers stand on every kind of answer (B93)', async ({ baseURL }) => {
  const paths = [
    '/',
    '/jobs',
    '/sign-in',
    '/nothing-here',
    '/api/nothing-here',
    '/api/listing',
    '/api/v1/jobs',
    '/api/sign-in',
    '/health',
    '/ready',
    '/icon.svg',
    '/jobs/%E0%A4%A',
    '/_next/image?url=x',
  ]
  for (const path of paths) {
    const { headers } = await fetch(new URL(path, baseURL), { redirect: 'manual' })
    const found = Object.fromEntries(headers)
    expect({ path, ...found }).toMatchObject({
      path,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringContaining(`frame-ancestors 'none'`),
      'x-request-id': expect.any(String),
    })
    expect(headers.has('x-powered-by')).toBe(false)
    if (headers.get('content-type')?.startsWith('text/'))
      expect(headers.get('content-type')).toMatch(/charset=utf-8/i)
  }
})

test('health and readiness tell their word, and of the search engine only numbers (B82)', async ({
  baseURL,
}) => {
  expect(await (await fetch(new URL('/health', baseURL))).text()).toBe('alive\n')
  expect(await (await fetch(new URL('/ready', baseURL))).text()).toMatch(
    /^ready\nengine: (?:(?:loading|rebuilding|off)|ready\njobs: \d+\nmemory: \d+\nwords: \d+\nstale: \d+)\n$/,
  )
})
