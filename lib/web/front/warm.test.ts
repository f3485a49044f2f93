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
      response.end('a page')
    }, 5)
  }).listen(0, 'localhost')
  await new Promise((resolve) => server.once('listening', resolve))
  const here = {
    host: 'localhost',
    port: (server.address() as AddressInfo).port,
    baseUrl: 'https://jobs.example.org',
  }
  await warmUp(here)
  expect(asked).toEqual(['jobs.example.org/jobs', 'jobs.example.org/guides', 'jobs.example.org/glossary'])
  expect(mostOpen).toBe(1)
  await new Promise((resolve) => server.close(resolve))
  await warmUp(here)
})
