import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { percentile, timeRequests } from './timing'

test('percentiles are times that were measured', () => {
  expect([50, 95, 100].map((p) => percentile([5, 1, 4, 2, 3], p))).toEqual([3, 5, 5])
  expect(percentile([], 50)).toBeNaN()
})

test('an answer that is not 200 stops the benchmark', async () => {
  const server = createServer((_, answer) => answer.writeHead(503).end()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const load = { url: `http://127.0.0.1:${port}/`, connections: 1, forMs: 20 }
  await expect(timeRequests(load)).rejects.toThrow('answers 503')
  server.close()
})
