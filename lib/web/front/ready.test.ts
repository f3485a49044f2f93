import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BlockList } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from './serve'

let isReady = true
let engine = ['engine: ready', 'jobs: 3']
const server = createServer(
  serve({
    direct: new Map(),
    baseUrl: 'http://localhost',
    isDev: false,
    proxies: new BlockList(),
    next: async (_, response) => void response.end(),
    isReady: async () => isReady,
    engineLines: () => engine,
    isStopping: () => false,
  }),
)
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => server.close(resolve)))

async function ready(): Promise<[number, string]> {
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ready`)
  return [response.status, await response.text()]
}

test('a board that is ready says so first, then how its search engine is', async () => {
  expect(await ready()).toEqual([200, 'ready\nengine: ready\njobs: 3\n'])
})

test('a board without its search engine is ready all the same', async () => {
  engine = ['engine: rebuilding']
  expect(await ready()).toEqual([200, 'ready\nengine: rebuilding\n'])
})

test('a board whose database is away is not ready, whatever its engine says', async () => {
  isReady = false
  expect(await ready()).toEqual([503, 'not ready\nengine: rebuilding\n'])
})
