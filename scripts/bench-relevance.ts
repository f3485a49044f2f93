import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { closeDb, db, openPool, setPool } from '@/db/client'
import { dataFolder, startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { type JobRow, listJobRows } from '@/lib/jobs/rows'
import { searchPage } from '@/lib/search/page'
import { readSearch } from '@/lib/search/read'
import { readJudgments, readQueries } from './bench/relevance/judgments'
import { type Grade, ndcg, precision } from './bench/relevance/scores'
import { fillWithSample } from './board/demo'
import { step } from './board/progress'
import { ROOT } from './board/root'
import { run, stopAll, whenStopping } from './board/stopping'

// `npm run bench:relevance` judges the order by relevance over the sample: 200 queries as people type them, bench/relevance/queries.txt,
// the first twenty of each ranking judged in bench/relevance/judgments.tsv. Options: --pool FILE writes what nobody has judged yet,
// --url of a database with the sample, --worst N lists the queries that do worst.

const DEPTH = 20
const SCORED = 10

type Ranking = { name: string; find: (query: string) => Promise<JobRow[]> }

const rankings: Ranking[] = [
  { name: 'relevance', find: async (q) => ranked({ q, sort: 'relevance' }) },
  { name: 'newest', find: async (q) => ranked({ q }) },
  { name: 'plain full-text rank', find: plainRank },
]

await run(async () => {
  const { values } = parseArgs({
    options: { pool: { type: 'string' }, url: { type: 'string' }, worst: { type: 'string', default: '0' } },
  })
  const url = values.url ?? (await ownDatabase())
  process.env.DATABASE_URL = url
  process.env.WAYPOST_SECRET ??= 'a benchmark has no secrets to keep, only words'
  setPool(openPool(url, 30_000))
  const queries = readQueries()
  const judgments = readJudgments()
  const unjudged: string[] = []
  const rows: {
    query: string
    name: string
    grades: Grade[]
    ndcg: number
    precision: number
    enough: boolean
  }[] = []
  for (const query of queries) {
    const known = judgments.get(query) ?? new Map<string, Grade>()
    const asked = new Set<string>()
    for (const { name, find } of rankings) {
      const found = await find(query)
      if (name !== 'newest')
        for (const row of found) if (!known.has(row.publicId)) asked.add(lineOf(query, row))
      const grades = found.map((row) => known.get(row.publicId) ?? 0)
      const judged = [...known.values()]
      const enough = judged.filter((grade) => grade === 2).length >= SCORED
      rows.push({
        query,
        name,
        grades,
        ndcg: ndcg(grades, judged, SCORED),
        precision: precision(grades, SCORED),
        enough,
      })
    }
    unjudged.push(...asked)
  }
  for (const { name } of rankings) {
    const mine = rows.filter((row) => row.name === name)
    const full = mine.filter((row) => row.enough)
    console.log(
      `${name.padEnd(22)} nDCG@${SCORED} ${mean(mine.map((row) => row.ndcg))}  precision@${SCORED} ${mean(full.map((row) => row.precision))} (${full.length} queries with ten relevant jobs)`,
    )
  }
  console.log(
    `${queries.length} queries, ${[...judgments.values()].reduce((sum, one) => sum + one.size, 0)} judgments, ${unjudged.length} of the first ${DEPTH} not judged`,
  )
  const ours = rows.filter((row) => row.name === 'relevance').sort((a, b) => a.ndcg - b.ndcg)
  for (const row of ours.slice(0, Number(values.worst))) {
    console.log(
      `${row.ndcg.toFixed(2)} ${row.enough ? row.precision.toFixed(1) : ' - '} ${row.query.padEnd(34)} ${row.grades.join('')}`,
    )
  }
  if (values.pool) writeFileSync(values.pool, `${unjudged.join('\n')}\n`)
  await closeDb()
  await stopAll(0)
})

async function ranked(params: Record<string, string>): Promise<JobRow[]> {
  const { search } = await readSearch(params)
  return (await searchPage(search, { after: null, before: null, limit: DEPTH })).rows
}

async function plainRank(q: string): Promise<JobRow[]> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select job_id as id from job_search, websearch_to_tsquery('pg_catalog.english', ${q}) words where tsv @@ words
    order by ts_rank(tsv, words) desc, first_published_at desc, job_id desc limit ${DEPTH}`)
  return listJobRows(rows.map((row) => Number(row.id)))
}

function lineOf(query: string, row: JobRow): string {
  const facts = [
    row.places.slice(0, 3).join('; ') || row.locationStated,
    row.workplace,
    row.seniority,
    row.employmentType,
  ]
  return [
    query,
    row.publicId,
    row.title,
    row.company.name,
    facts.filter(Boolean).join(' · '),
    row.skills
      .slice(0, 8)
      .map((skill) => skill.name)
      .join(', '),
  ].join('\t')
}

function mean(values: number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(3)
}

async function ownDatabase(): Promise<string> {
  const dataDir = `${dataFolder(ROOT)}-relevance`
  const started = await step('Starting a database', (say) => startEmbedded({ dataDir, log: say }))
  whenStopping(() => started.stop())
  await migrate(started.url)
  await fillWithSample(started.url)
  return started.url
}
