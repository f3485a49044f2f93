import { type BenchClass, classes } from './classes'
import { type HttpOrder, timeUrls, urlsOf, warmUp } from './http'

/**
 * First hit over HTTP of the most installed job board at 100,000 jobs, one client, p50 in ms, as issue 3 states it, and how many
 * times less this board is to take.
 */
export const peerCases = [
  { name: 'no filter', peerMs: 202, timesLess: 20 },
  { name: 'role', peerMs: 70, timesLess: 20 },
  { name: 'remote', peerMs: 3764, timesLess: 20 },
  { name: '2 keywords', peerMs: 4915, timesLess: 100 },
  { name: 'keyword, place', peerMs: 5608, timesLess: 100 },
] as const

export const PEER_JOBS = 100_000
export const PEER_CLIENTS = [1, 4, 16]

const own: Partial<Record<string, BenchClass['make']>> = {
  remote: ({ random }) => [
    ['workplace', 'remote'],
    ['limit', String(20 + Math.floor(random() * 5))],
  ],
  'no filter': ({ random }) => [['limit', String(20 + Math.floor(random() * 5))]],
  'keyword, place': (draw) => {
    const keyword = classes.find((one) => one.name === 'keyword')?.make(draw)
    const [city] = draw.job.cities
    return keyword && city ? [...keyword, ['place', city]] : null
  },
}

/** The peer's questions to the API and to the page. */
export async function measureBesidePeer(order: HttpOrder): Promise<void> {
  await warmUp(order, '/jobs')
  for (const { name } of peerCases) {
    const make = own[name] ?? classes.find((one) => one.name === name)?.make
    if (!make) throw new Error(`there is no class "${name}"`)
    for (const [work, path] of [
      ['api', '/api/v1/jobs'],
      ['html', '/jobs'],
    ] as const) {
      const urls = urlsOf(order, { name, bar: null, make }, path)
      for (const clients of PEER_CLIENTS)
        await timeUrls(order, { name: `peer: ${name}`, work, urls, clients })
    }
  }
}
