import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdPage, isReading, withScriptsLater } from './reading'

const page = `<head><link rel="preload" as="script" href="/_next/static/a.js"/><link rel="preload" as="font" href="/f.woff2"/>
<script src="/_next/static/a.js" async="" nonce="n"></script><script src="/reading.js" async=""></script>
<script src="/_next/static/old.js" noModule="" nonce="n"></script></head>
<body>Ä<script nonce="n">self.__next_f.push([1,"\\u003cscript src=\\"/_next/static/b.js\\">"])</script></body>`

let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, response) => {
    holdPage(response)
    response.setHeader(
      'content-type',
      request.url === '/page' ? 'text/html; charset=utf-8' : 'text/x-component',
    )
    response.flushHeaders()
    const bytes = Buffer.from(page)
    // A letter of two bytes lies in two pieces.
    const cut = bytes.indexOf('Ä') + 1
    response.write(bytes.subarray(0, cut))
    response.write(new Uint8Array(bytes.subarray(cut, -7)))
    response.end('</body>')
  }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test('guides and terms are read, and nothing else', () => {
  const asked = (method: string, url: string) => isReading({ method, url })
  expect(asked('GET', '/guides')).toBe(true)
  expect(asked('GET', '/guides/backend-developer?skill=go')).toBe(true)
  expect(asked('GET', '/glossary/idempotency')).toBe(true)
  expect(asked('GET', '/guides.rss')).toBe(false)
  expect(asked('GET', '/jobs')).toBe(false)
  expect(asked('POST', '/guides')).toBe(false)
})

test('scripts of the board are named and not fetched; everything else stays', () => {
  const later = withScriptsLater(page)
  expect(later).not.toContain('as="script"')
  expect(later).toContain('<script data-later="/_next/static/a.js" async="" nonce="n"></script>')
  expect(later).toContain('<script src="/reading.js" async=""></script>')
  expect(later).toContain('<script src="/_next/static/old.js" noModule="" nonce="n"></script>')
  expect(later).toContain('as="font"')
  expect(later.slice(later.indexOf('<body>'))).toBe(page.slice(page.indexOf('<body>')))
})

test('a page that comes in pieces is sent whole, and what is no page as it is', async () => {
  const answer = await fetch(`${base}/page`)
  expect(await answer.text()).toBe(withScriptsLater(page))
  expect(await (await fetch(`${base}/data`)).text()).toBe(page)
})
