import type { RequestListener, ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fetchOutside, type Options } from './fetch-outside'
import { rawSite, site } from './testing/site'

const HANG_MS = 10_000

async function ask(answer: RequestListener, options: Options = {}, path = '/') {
  const asked = await site(answer)
  const answered = await fetchOutside(asked.origin + path, { allowed: [asked.host], ...options })
  await asked.quiet()
  return answered
}

async function askRaw(speak: Parameters<typeof rawSite>[0], options: Options = {}) {
  const asked = await rawSite(speak)
  const answered = await fetchOutside(asked.origin, { allowed: [asked.host], ...options })
  await asked.quiet()
  return answered
}

describe('an answer', () => {
  test('comes with its status, its marks and its body', async () => {
    const answered = await ask((_request, response) => {
      response.setHeader('etag', '"v1"').setHeader('last-modified', 'Sat, 01 Aug 2026 10:00:00 GMT')
      response.setHeader('content-type', 'application/json; charset=utf-8').end('{"jobs":["é"]}')
    })
    expect(answered).toMatchObject({
      ok: true,
      status: 200,
      headers: {
        etag: '"v1"',
        lastModified: 'Sat, 01 Aug 2026 10:00:00 GMT',
        contentType: 'application/json; charset=utf-8',
        retryAfterSeconds: null,
      },
      body: '{"jobs":["é"]}',
    })
  })

  test.each([404, 410, 429, 500, 503])('with the status %i is an answer without a body', async (status) => {
    const answered = await ask(
      (_request, response) => response.writeHead(status, { 'retry-after': '120' }).end('<h1>Oops</h1>'),
      { types: /^application\/json$/ },
    )
    expect(answered).toMatchObject({ ok: true, status, headers: { retryAfterSeconds: 120 }, body: '' })
  })

  test('to HEAD has no body', async () => {
    const answered = await ask(
      (_request, response) =>
        response.setHeader('content-encoding', 'gzip').setHeader('content-length', '99').end(),
      { method: 'HEAD' },
    )
    expect(answered).toMatchObject({ ok: true, status: 200, body: '' })
  })

  test.each([
    ['gzip', gzipSync('{"a":1}')],
    ['GZIP', gzipSync('{"a":1}')],
    ['deflate', deflateSync('{"a":1}')],
    ['br', brotliCompressSync('{"a":1}')],
    ['identity', Buffer.from('{"a":1}')],
  ])('packed with %s is unpacked', async (encoding, body) => {
    const answered = await ask((_request, response) =>
      response.setHeader('content-encoding', encoding).end(body),
    )
    expect(answered).toMatchObject({ ok: true, body: '{"a":1}' })
  })
})

describe('a question', () => {
  test('names the board, what it takes and what it knows', async () => {
    const asked = await site((_request, response) => response.writeHead(304).end())
    const answered = await fetchOutside(`${asked.origin}/feed?a=1`, {
      allowed: [asked.host],
      accept: 'application/rss+xml',
      etag: 'W/"v1"',
      lastModified: 'Sat, 01 Aug 2026 10:00:00 GMT',
      from: 'Waypost/0.1 (+https://jobs.example.org)',
      types: /^text\/xml$/,
    })
    expect(answered).toMatchObject({ ok: true, status: 304, body: '' })
    expect(asked.requests[0]).toMatchObject({ method: 'GET', url: '/feed?a=1' })
    expect(asked.requests[0]?.headers).toEqual({
      host: asked.host,
      connection: 'close',
      'user-agent': 'Waypost/0.1 (+https://jobs.example.org)',
      accept: 'application/rss+xml',
      'accept-encoding': 'gzip, br',
      'if-none-match': 'W/"v1"',
      'if-modified-since': 'Sat, 01 Aug 2026 10:00:00 GMT',
    })
  })

  test('is posted as JSON', async () => {
    const answered = await ask(
      async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk)
        response.end(`${request.method} ${request.headers['content-type']} ${Buffer.concat(chunks)}`)
      },
      { method: 'POST', body: '{"q":"é"}' },
    )
    expect(answered).toMatchObject({ ok: true, body: 'POST application/json {"q":"é"}' })
  })
})

describe('time', () => {
  const limits = { timeMs: 150 }
  const tooLate = { ok: false, reason: 'timeout', message: 'The site took too long to answer.' }

  test.each<[string, RequestListener]>([
    ['a site that says nothing', () => {}],
    ['headers without a body', (_request, response) => response.flushHeaders()],
    ['a body that drips', (_request, response) => repeat(response, 'x', 5)],
    [
      'redirects that take their time',
      (_request, response) => later(response, 60, () => redirect(response, '/')),
    ],
  ])('%s ends at the deadline', async (_name, answer) => {
    const started = performance.now()
    expect(await ask(answer, { limits })).toEqual(tooLate)
    expect(performance.now() - started).toBeLessThan(HANG_MS)
  })

  test('headers that drip end at the deadline', async () => {
    const answered = await askRaw(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        const timer = setInterval(() => socket.write('x: y\r\n'), 5)
        socket.on('close', () => clearInterval(timer))
      },
      { limits },
    )
    expect(answered).toEqual(tooLate)
  })

  test('a handshake that never comes ends at the deadline', async () => {
    const asked = await rawSite(() => {})
    const answered = await fetchOutside(`https://${asked.host}/`, { allowed: [asked.host], limits })
    expect(answered).toEqual(tooLate)
    await asked.quiet()
  })

  test('a name that is never resolved ends at the deadline', async () => {
    const answered = await fetchOutside('https://jobs.example/', {
      allowed: [],
      limits,
      resolve: () => new Promise(() => {}),
    })
    expect(answered).toEqual(tooLate)
  })
})

describe('size', () => {
  const tooLarge = {
    ok: false,
    reason: 'too-large',
    message: 'The site sent more than is read from one address.',
  }

  test('10 MB are read, one byte more is not', async () => {
    const size = (bytes: number) => ask((_request, response) => response.end(Buffer.alloc(bytes, 'x')))
    expect(await size(10_000_000)).toMatchObject({ ok: true, status: 200 })
    expect(await size(10_000_001)).toEqual(tooLarge)
    expect(await size(11_000_000)).toEqual(tooLarge)
  })

  test('a body without an end is stopped', async () => {
    expect(await ask((_request, response) => repeat(response, 'x'.repeat(1_000_000), 0))).toEqual(tooLarge)
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('a bomb of %s is stopped by its ratio', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(50_000_000))
    const answered = await ask((_request, response) =>
      response.setHeader('content-encoding', encoding).end(bomb),
    )
    expect(answered).toMatchObject({ ok: false, reason: 'compressed-too-much' })
  })

  test('what is packed less is stopped by its size', async () => {
    const words = Array.from({ length: 1_500_000 }, (_, at) => at.toString(36)).join(' ')
    const answered = await ask((_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(words.repeat(2), { level: 1 })),
    )
    expect(answered).toEqual(tooLarge)
  })

  test('a small document may be packed as much as it likes', async () => {
    const answered = await ask((_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(60_000, ' '))),
    )
    expect(answered).toMatchObject({ ok: true })
  })

  test('headers over 16 kB are refused', async () => {
    const answered = await ask((_request, response) => response.setHeader('x', 'y'.repeat(17_000)).end('x'))
    expect(answered).toEqual(tooLarge)
  })
})

describe('what cannot be read', () => {
  const malformed = { ok: false, reason: 'malformed', message: 'The answer of the site could not be read.' }

  test.each(['zstd', 'compress', 'gzip, gzip', 'br, gzip', 'x'])('the encoding %s', async (encoding) => {
    const answered = await ask((_request, response) =>
      response.setHeader('content-encoding', encoding).end('x'),
    )
    expect(answered).toEqual(malformed)
  })

  test.each([
    ['gzip', Buffer.from('{"a":1}')],
    ['gzip', gzipSync('x'.repeat(1000)).subarray(0, 20)],
    ['deflate', Buffer.from('{"a":1}')],
    ['br', Buffer.from('{"a":1} {"a":1}')],
    ['br', brotliCompressSync('x'.repeat(1000)).subarray(0, 8)],
  ])('broken %s', async (encoding, body) => {
    const answered = await ask((_request, response) =>
      response.setHeader('content-encoding', encoding).end(body),
    )
    expect(answered).toEqual(malformed)
  })

  test('what is not HTTP', async () => {
    expect(await askRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'))).toEqual(malformed)
  })

  test('an unknown charset', async () => {
    const answered = await ask((_request, response) =>
      response.setHeader('content-type', 'text/xml; charset=klingon').end('x'),
    )
    expect(answered).toEqual(malformed)
  })

  test.each([
    ['closes at once', ''],
    ['ends too early', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc'],
    ['breaks its chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nx'],
    ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'],
  ])('a site that %s counts as not reached', async (_name, said) => {
    expect(await askRaw((socket) => socket.end(said))).toMatchObject({ ok: false, reason: 'unreachable' })
  })
})

describe('types', () => {
  const types = /^(application\/(rss\+)?xml|text\/xml)$/

  test.each(['text/xml', 'TEXT/XML; charset=utf-8', 'application/rss+xml ;x=y'])(
    '%s is taken',
    async (type) => {
      const answered = await ask(
        (_request, response) => response.setHeader('content-type', type).end('<a/>'),
        { types },
      )
      expect(answered).toMatchObject({ ok: true, body: '<a/>' })
    },
  )

  test.each(['text/html', 'text/html; x=text/xml', 'text/xmlx', ''])('%j is not', async (type) => {
    const answered = await ask(
      (_request, response) => {
        if (type) response.setHeader('content-type', type)
        response.end('<a/>')
      },
      { types },
    )
    expect(answered).toMatchObject({ ok: false, reason: 'type' })
  })
})

describe('redirects', () => {
  const refused = {
    ok: false,
    reason: 'address',
    message: 'This cannot be fetched: it must be the https address of a public site.',
  }

  test('three are followed, a fourth is not', async () => {
    const steps: RequestListener = (request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) redirect(response, `${left - 1}`)
      else response.end('here')
    }
    const answered = await ask(steps, {}, '/3')
    expect(answered).toMatchObject({ ok: true, body: 'here', url: expect.stringMatching(/\/0$/) })
    expect(await ask(steps, {}, '/4')).toMatchObject({ ok: false, reason: 'too-many-redirects' })
  })

  test('a circle ends', async () => {
    const circle = await site((_request, response) => redirect(response, '/'))
    const answered = await fetchOutside(circle.origin, { allowed: [circle.host] })
    expect(answered).toMatchObject({ ok: false, reason: 'too-many-redirects' })
    expect(circle.requests).toHaveLength(4)
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254/',
    'https://[fd00:ec2::254]/',
    'http://example.org/',
    'https://example.org:8443/',
    'https://me:secret@example.org/',
    'https://localhost/',
    'file:///etc/passwd',
    'data:text/xml,<rss/>',
    'https://exa mple.org/',
    '//127.1/',
  ])('one to %s is refused', async (location) => {
    expect(await ask((_request, response) => redirect(response, location))).toEqual(refused)
  })

  test('one from a host on the list to its neighbour is refused, unasked', async () => {
    const neighbour = await site((_request, response) => response.end('secret'))
    expect(await ask((_request, response) => redirect(response, neighbour.origin))).toEqual(refused)
    expect(neighbour.hits()).toBe(0)
  })

  test('the name in one is resolved and checked like the first', async () => {
    const answered = await ask((_request, response) => redirect(response, 'https://jobs.example/'), {
      resolve: async () => ['10.0.0.1'],
    })
    expect(answered).toEqual(refused)
  })

  test('what is posted is not sent on', async () => {
    const other = await site((_request, response) => response.end())
    const answered = await ask((_request, response) => redirect(response, other.origin, 307), {
      method: 'POST',
      body: '{}',
    })
    expect(answered).toMatchObject({ ok: false, reason: 'too-many-redirects' })
    expect(other.hits()).toBe(0)
  })
})

describe('addresses', () => {
  test('a listener inside sees no connection, and every refusal reads the same', async () => {
    const inner = await site((_request, response) => response.end('secret'))
    const { port } = inner
    const hosts = [
      ...[
        '127.0.0.1',
        '127.1',
        '127.0.1',
        '0x7f.1',
        '0x7f000001',
        '2130706433',
        '017700000001',
        '0177.0.0.1',
      ],
      ...[
        '0',
        '0.0.0.0',
        '①②⑦.⓪.⓪.①',
        '127。0。0。1',
        '127.0.0.1.',
        '%31%32%37.0.0.1',
        'localhost',
        'LOCALHOST',
      ],
      ...['localhost.', 'jobs.localhost', 'user@127.0.0.1', 'example.org@localhost', '[::1]', '[::]'],
      ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:0001]', '[::127.0.0.1]'],
      ...['[::ffff:0:7f00:1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', 'loopback.example', 'mixed.example'],
    ]
    const resolve = async (host: string) =>
      host === 'mixed.example' ? ['8.8.8.8', '127.0.0.1'] : ['127.0.0.1']
    const addresses = hosts.flatMap((host) => [
      `http://${host}:${port}/`,
      `https://${host}:${port}/`,
      `http://${host}/`,
      `https://${host}/`,
    ])
    const answers = await Promise.all(
      addresses.map((address) => fetchOutside(address, { allowed: [], resolve })),
    )
    const said = answers.map((answer) => (answer.ok ? 'answered' : `${answer.reason}: ${answer.message}`))
    expect(new Set(said)).toEqual(
      new Set(['address: This cannot be fetched: it must be the https address of a public site.']),
    )
    expect(inner.hits()).toBe(0)
  })

  test.each(['169.254.169.254', '10.0.0.7', '::1', 'fd00:ec2::254', '::ffff:a00:1', '64:ff9b::a00:1'])(
    'a name that leads to %s is refused',
    async (inner) => {
      const answered = await fetchOutside('https://jobs.example/', {
        allowed: [],
        resolve: async () => [inner],
      })
      expect(answered).toMatchObject({ ok: false, reason: 'address' })
    },
  )

  test('a name that leads nowhere is refused in the same words', async () => {
    const nowhere = {
      allowed: [],
      resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    }
    const inside = { allowed: [], resolve: async () => ['10.0.0.1'] }
    expect(await fetchOutside('https://jobs.example/', nowhere)).toEqual(
      await fetchOutside('https://jobs.example/', inside),
    )
  })

  test('DNS that fails is a site that cannot be reached', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }))
    expect(await fetchOutside('https://jobs.example/', { allowed: [], resolve })).toEqual({
      ok: false,
      reason: 'unreachable',
      message: 'The site could not be reached.',
    })
  })

  test('a name that changes its address after the check is asked once and stays where it was', async () => {
    let questions = 0
    // Nobody has 3ffe::/16 (RFC 3701): public to the check, and nothing is there.
    const resolve = async () => (questions++ === 0 ? ['3ffe::1'] : ['127.0.0.1'])
    const answered = await fetchOutside('https://jobs.example/', {
      allowed: [],
      resolve,
      limits: { timeMs: 200 },
    })
    expect(answered.ok ? 'answered' : answered.reason).toMatch(/^(unreachable|timeout)$/)
    expect(questions).toBe(1)
  })

  test('the connection goes to the address that was checked, the name stays in Host', async () => {
    const asked = await site((_request, response) => response.end('here'))
    const host = `jobs.example:${asked.port}`
    let questions = 0
    const resolve = async () => (questions++ === 0 ? ['127.0.0.1'] : ['3ffe::1'])
    const answered = await fetchOutside(`http://JOBS.example.:${asked.port}/`, { allowed: [host], resolve })
    expect(answered).toMatchObject({ ok: true, body: 'here', url: `http://${host}/` })
    expect(asked.requests[0]?.headers.host).toBe(host)
    expect(questions).toBe(1)
  })

  test('the system resolves where nothing else is given', async () => {
    const asked = await site((_request, response) => response.end('here'))
    const host = `localhost:${asked.port}`
    expect(await fetchOutside(`http://${host}/`, { allowed: [host] })).toMatchObject({
      ok: true,
      body: 'here',
    })
  })

  test('two fetches of one name share no connection', async () => {
    const asked = await site((_request, response) => response.end('here'))
    for (let times = 0; times < 2; times++) await fetchOutside(asked.origin, { allowed: [asked.host] })
    expect(asked.hits()).toBe(2)
  })

  test('the name stays in the greeting of TLS, and a site without a certificate is not asked', async () => {
    let greeting = ''
    const asked = await rawSite((socket, heard) => {
      greeting += heard.toString('latin1')
      socket.destroy()
    })
    const answered = await fetchOutside(`https://jobs.example:${asked.port}/`, {
      allowed: [`jobs.example:${asked.port}`],
      resolve: async () => ['127.0.0.1'],
    })
    expect(answered).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(greeting).toContain('jobs.example')
  })
})

test('a bug is thrown, not answered', async () => {
  const resolve = () => Promise.reject(new TypeError('a bug'))
  await expect(fetchOutside('https://jobs.example/', { allowed: [], resolve })).rejects.toThrow('a bug')
})

function redirect(response: ServerResponse, location: string, status = 302) {
  response.writeHead(status, { location }).end()
}

function repeat(response: ServerResponse, piece: string, everyMs: number) {
  const timer = setInterval(() => response.write(piece), everyMs)
  response.on('close', () => clearInterval(timer))
}

function later(response: ServerResponse, afterMs: number, act: () => void) {
  const timer = setTimeout(act, afterMs)
  response.on('close', () => clearTimeout(timer))
}
