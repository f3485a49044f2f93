import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { CannotStart } from '@/db/embedded'
import { classes } from './bench/search/classes'
import { lineOf, writeLines } from './bench/search/lines'
import { openCorpus } from './bench/search/load'
import { writeMarkdown } from './bench/search/markdown'
import { measureCorpus, type Part, partNames } from './bench/search/parts'
import { asText, machineLine, tablesOf } from './bench/search/report'
import type { Fact, Result } from './bench/search/result'
import { step } from './board/progress'
import { ROOT } from './board/root'
import { run, stopAll } from './board/stopping'

// `npm run bench:search` makes corpora, keeps them, and times searches over them; results: bench/results.md.
// Options: --jobs 10000,100000,1000000 --data FOLDER --rebuild --build-only --only sql,engine,suggest,http
//   --classes "role;2 keywords" --seconds PER_CELL --json FILE --markdown

await run(async () => {
  const { values } = parseArgs({
    options: {
      jobs: { type: 'string', default: '10000,100000,1000000' },
      data: { type: 'string', default: path.join(ROOT, '.data', 'bench-search') },
      rebuild: { type: 'boolean', default: false },
      'build-only': { type: 'boolean', default: false },
      only: { type: 'string', default: partNames.join(',') },
      classes: { type: 'string' },
      seconds: { type: 'string', default: '5' },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
    },
  })
  const sizes = values.jobs.split(',').map(Number)
  const parts = new Set(chosen(values.only, partNames, (name) => name))
  const wanted = values.classes ? chosen(values.classes, classes, (one) => one.name) : classes
  const loadBefore = os.loadavg()[0] ?? 0
  const results: Result[] = []
  const facts: Fact[] = []
  let postgres = ''
  for (const jobs of sizes) {
    const corpus = await step(`Corpus of ${jobs.toLocaleString('en')} jobs`, (say) =>
      openCorpus({ folder: path.resolve(values.data), jobs, rebuild: values.rebuild, say }),
    )
    if (!values['build-only']) {
      postgres = await versionOf(corpus.url)
      await measureCorpus(corpus, {
        parts: parts as ReadonlySet<Part>,
        classes: wanted,
        limitMs: Number(values.seconds) * 1000,
        distDir: process.env.WAYPOST_DIST_DIR || '.next',
        onResult: (result) => {
          results.push(result)
          console.log(lineOf(result))
        },
        onFact: (fact) => {
          facts.push(fact)
          console.log(`${fact.fact}: ${fact.value} ${fact.unit}`)
        },
      })
    }
    await corpus.stop()
    // After each size: what was measured is not lost when a later one fails.
    if (values.json) writeLines(values.json, [...results, ...facts])
  }
  if (results.length + facts.length > 0) {
    const tables = tablesOf(results, facts)
    for (const table of tables) console.log(asText(table))
    if (values.markdown) writeMarkdown(tables, aboutRun(machineLine(postgres, loadBefore), values))
  }
  await stopAll(0)
})

function chosen<T>(text: string, known: readonly T[], nameOf: (one: T) => string): T[] {
  return text.split(';').flatMap((group) => {
    const names = known.some((one) => nameOf(one) === group) ? [group] : group.split(',')
    return names.map((name) => {
      const found = known.find((one) => nameOf(one) === name.trim())
      if (found === undefined) throw new CannotStart(`"${name}" is none of: ${known.map(nameOf).join('; ')}`)
      return found
    })
  })
}

async function versionOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    return rows[0]?.version ?? ''
  } finally {
    await client.end()
  }
}

/** Without folders and files: they are of the machine on which it ran. */
function aboutRun(machine: string, asked: Record<string, unknown>): string {
  const today = new Date().toISOString().slice(0, 10)
  const options = ['jobs', 'only', 'classes', 'seconds'].flatMap((name) =>
    asked[name] === undefined ? [] : `--${name} "${asked[name]}"`,
  )
  return `\`npm run bench:search -- ${options.join(' ')}\` on ${today}, ${machine}. R is a read of 20 rows by an index, in turns with each cell; times in ms.`
}
