import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { warmUp } from './warm'

test('pages are asked for one after another, as of this board, and a server that is gone is no error', async () => {
  const asked: string[] = []
  let open = 0
  let mostOpen = 0
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host}${request.url}`)
    mostOpen = Math.max(mostOpen, ++open)
    setTimeout(() => {
      open--
      response.end(
        request.url === '/guides' ? '<a href="/guides/baker">Baker</a><a href="/guides/cook">' : 'a page',
      )
    }, 5)
  }).listen(0, 'localhost')
  await new Promise((resolve) => server.once('listening', resolve))
  const here = {
    host: 'localhost',
    port: (server.address() as AddressInfo).port,
    baseUrl: 'https://jobs.example.org',
  }
  await warmUp(here)
  expect(asked).toEqual(
    ['/jobs', '/guides', '/guides/baker', '/glossary'].map((path) => `jobs.example.org${path}`),
  )
  expect(mostOpen).toBe(1)
  await new Promise((resolve) => server.close(resolve))
  await warmUp(here)
})
