import http from 'node:http'

export type Timing = { p50: number; p95: number; perSecond: number; requests: number }

type Load = { url: string; connections: number; forMs: number }

/** Asks again and again over kept connections, each waiting for its answer before the next question. Times in ms, body included. */
export async function timeRequests({ url, connections, forMs }: Load): Promise<Timing> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const started = performance.now()
  const until = started + forMs
  const ask = async () => {
    while (performance.now() < until) {
      const before = performance.now()
      await get(url, agent)
      times.push(performance.now() - before)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, ask))
  } finally {
    agent.destroy()
  }
  const elapsed = performance.now() - started
  return {
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    perSecond: (times.length / elapsed) * 1000,
    requests: times.length,
  }
}

export function get(url: string, agent?: http.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = http.get(url, { agent, timeout: 30_000 }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => {
        body += chunk
      })
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(body)
        else reject(new Error(`${url} answers ${answer.statusCode}`))
      })
    })
    asking.on('timeout', () => asking.destroy(new Error(`${url} does not answer`)))
    asking.on('error', reject)
  })
}

/** Of the sorted times the one at or above p per cent (nearest rank). */
export function percentile(times: number[], p: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN
}
