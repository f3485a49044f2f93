import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '@/db/embedded'

const POLL_MS = 50

/** Waits until the board answers that it is ready to serve. */
export async function waitUntilReady(place: { host: string; port: number }, withinMs: number): Promise<void> {
  const until = performance.now() + withinMs
  let said = 'no answer'
  while (performance.now() < until) {
    const status = await statusOf(place)
    if (status === 200) return
    if (status !== null) said = `status ${status}`
    await sleep(POLL_MS)
  }
  throw new CannotStart(`The board did not become ready within ${withinMs / 1000} s (/ready: ${said}).`)
}

function statusOf({ host, port }: { host: string; port: number }): Promise<number | null> {
  return new Promise((resolve) => {
    const asking = http.get({ host, port, path: '/ready', timeout: 5000, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    asking.on('timeout', () => asking.destroy())
    asking.on('error', () => resolve(null))
  })
}

/** Where to reach a server that listens on this host. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '::1' : host
}
