import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { closeDb, openPool, setPool } from '@/db/client'
import { computeAll } from '@/lib/figures/recompute'
import { COLUMNS } from '@/lib/figures/rows'
import { copyOut } from '@/lib/search/engine/copy-out'
import { openCorpus, readIntoMemory } from './bench/search/load'
import { step } from './board/progress'
import { ROOT } from './board/root'
import { run, stopAll } from './board/stopping'

// `npm run bench:figures [-- --jobs 1000000 --data FOLDER]`: the figures of all roles beside a full scan of the open jobs in the same
// run: all rows read out of the database once with the columns that figures are made of, which no way of computing them here can do without.

const TIMES = 3

await run(async () => {
  const { values } = parseArgs({
    options: {
      jobs: { type: 'string', default: '1000000' },
      data: { type: 'string', default: path.join(ROOT, '.data', 'bench-search') },
    },
  })
  const jobs = Number(values.jobs)
  const corpus = await step(`Corpus of ${jobs.toLocaleString('en')} jobs`, (say) =>
    openCorpus({ folder: path.resolve(values.data), jobs, rebuild: false, say }),
  )
  await step('Reading it into memory', () => readIntoMemory(corpus.url))
  setPool(openPool(corpus.url, 600_000))
  const client = new pg.Client({ connectionString: corpus.url })
  await client.connect()
  const { rows: roles } = await client.query<{ id: number; slug: string }>(
    'select id, slug from roles order by id',
  )
  await client.query('set max_parallel_workers_per_gather = 0')

  const scans: number[] = []
  const reads: number[] = []
  const passes: number[] = []
  let figures = 0
  for (let i = 0; i < TIMES; i++) {
    scans.push(
      await timed(() =>
        client.query(`select count(*), sum(opening_id), sum(annual_max), sum(cardinality(skills)), sum(cardinality(countries))
          from job_search`),
      ),
    )
    reads.push(
      await timed(() =>
        copyOut(client, `copy (select ${COLUMNS} from job_search) to stdout (format binary)`, () => {}),
      ),
    )
    passes.push(
      await timed(async () => {
        const computed = await computeAll(roles, [])
        figures = [...computed.values()].reduce((sum, of) => sum + of.length, 0)
      }),
    )
  }
  const [scan, read, pass] = [scans, reads, passes].map((times) => Math.min(...times)) as [
    number,
    number,
    number,
  ]
  const rss = Math.round(process.memoryUsage().rss / 1024 / 1024)
  console.log(
    `\n${jobs.toLocaleString('en')} jobs, ${roles.length} roles, Node ${process.versions.node}, load ${os.loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`scan inside the database, one sum of some columns: ${Math.round(scan)} ms`)
  console.log(`full scan, every column that figures need read out and thrown away: ${Math.round(read)} ms`)
  console.log(
    `${figures} figures of all roles: ${Math.round(pass)} ms, ${(pass / read).toFixed(2)} full scans (${(pass / scan).toFixed(1)} inside the database); RSS ${rss} MB`,
  )
  await client.end()
  await closeDb()
  await corpus.stop()
  await stopAll(0)
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
