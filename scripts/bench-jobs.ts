import { parseArgs } from 'node:util'
import { startBoard } from '@/e2e/board'
import { type Row, rowOf, table, writeRows } from './bench/rows'
import { startReference } from './bench/start-reference'
import { get, type Timing, timeRequests } from './bench/timing'
import { buildAt, ensureBuild } from './board/build'
import { step } from './board/progress'
import { run, stopAll } from './board/stopping'

// `npm run bench:jobs` times the listing over HTTP beside a bare node:http answer of the same run.
// Options: --url of a running board, --seconds per case, --json FILE.

const CASES = [
  '/jobs',
  '/jobs?role=backend-developer',
  '/jobs?q=kubernetes',
  '/api/v1/jobs',
  '/api/v1/jobs?role=backend-developer',
]
const CONNECTIONS = [1, 4]
const WARM_UP_MS = 2000

await run(async () => {
  const { values } = parseArgs({
    options: { url: { type: 'string' }, seconds: { type: 'string', default: '5' }, json: { type: 'string' } },
  })
  const board = values.url ?? (await ownBoard())
  const forMs = Number(values.seconds) * 1000
  const reference = await startReference()
  const jobs = await countJobs(board)
  const rows: Row[] = []
  for (const connections of CONNECTIONS) {
    const measure = (url: string) => timeRequests({ url, connections, forMs })
    const bare = await step(`bare node:http, ${connections} connections`, () => measure(reference))
    rows.push(row('bare node:http', connections, bare, bare, jobs))
    for (const each of CASES) {
      const url = new URL(each, board).href
      const timing = await step(`${each}, ${connections} connections`, async () => {
        await timeRequests({ url, connections, forMs: Math.min(WARM_UP_MS, forMs) })
        return measure(url)
      })
      rows.push(row(each, connections, timing, bare, jobs))
    }
  }
  console.log(`\n${table(rows)}\n`)
  if (values.json) writeRows(values.json, rows)
  await stopAll(0)
})

function row(name: string, connections: number, timing: Timing, reference: Timing, jobs: number | null): Row {
  return rowOf({ bench: 'jobs', name, jobs, connections, timing, reference })
}

async function ownBoard(): Promise<string> {
  const build = buildAt('.next')
  await ensureBuild(build)
  return (await startBoard({ distDir: build.distDir })).url
}

async function countJobs(board: string): Promise<number | null> {
  const answer = JSON.parse(await get(new URL('/api/v1/jobs', board).href)) as {
    meta: { total: number | null }
  }
  return answer.meta.total
}
