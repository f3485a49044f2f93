import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { createGunzip, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Page, Unreadable } from '../adapter'
import { csvJobs } from './csv'
import { guessColumns } from './csv-columns'
import { adapterNamed, adapters } from './index'

// The texts of real answers belong to their employers, so they lie beside the project and never in it.
const DATA = path.resolve('../shared/data')
const isAbsent = !existsSync(DATA)
const unless = isAbsent ? ' (skipped: the real answers of ../shared/data are not here)' : ''

/** By its folder, or in a folder of several kinds by the beginning of its name. */
const adapterOf: Record<string, string> = {
  'ats/ashby': 'ashby',
  'ats/greenhouse': 'greenhouse',
  'ats/lever': 'lever',
  'ats/other/personio': 'personio',
  'ats/other/recruitee': 'recruitee',
  'ats/other/smartrecruiters': 'smartrecruiters',
  'ats/other/teamtailor': 'teamtailor',
  'ats/other/workable': 'workable',
  'ats/other/workday': 'workday',
  'feeds/himalayas': 'himalayas',
  'feeds/remotive': 'remotive',
  'feeds/wwr': 'rss',
}

/** Where an answer does not name its own board. */
const boardOf: Record<string, string> = {
  workday: 'https://demo.wd5.myworkdayjobs.com/Careers',
  rss: 'https://weworkremotely.com/remote-jobs.rss',
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(DATA, folder)).flatMap((name) => {
    const file = `${folder}/${name}`
    return statSync(path.join(DATA, file)).isDirectory() ? filesIn(file) : [file]
  })
}

function textOf(file: string): string {
  const bytes = readFileSync(path.join(DATA, file))
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

function read(file: string): { name: string; page: Page } {
  const kind = Object.keys(adapterOf).find((start) => file.startsWith(start))
  const name = kind && adapterOf[kind]
  const adapter = name && adapterNamed(name)
  if (!adapter) throw new Error(`${file} belongs to no adapter`)
  const about = { board: boardOf[name] ?? 'demo', ask: null }
  const text = textOf(file)
  const page = adapter.read(text, about)
  expect(adapter.read(text, about), file).toEqual(page)
  return { name, page }
}

test.skipIf(isAbsent)(`every real answer is read, each the same twice${unless}`, { timeout: 120_000 }, () => {
  const counts: Record<string, { files: number; read: number; refused: number }> = {}
  for (const file of [...filesIn('ats'), ...filesIn('feeds')]) {
    const { name, page } = read(file)
    counts[name] ??= { files: 0, read: 0, refused: 0 }
    const count = counts[name]
    count.files += 1
    for (const one of page.jobs) {
      if (one.ok) count.read += 1
      else {
        count.refused += 1
        expect(one.refusal, file).toMatchObject({ field: /./, value: /./, reason: /./ })
      }
    }
  }
  // Ashby: 7,741 jobs of 360 boards and 19 of five single answers, of which one is not listed.
  expect(counts).toEqual({
    ashby: { files: 365, read: 7759, refused: 0 },
    greenhouse: { files: 10, read: 644, refused: 0 },
    lever: { files: 2, read: 4, refused: 0 },
    personio: { files: 1, read: 2, refused: 0 },
    recruitee: { files: 1, read: 2, refused: 0 },
    smartrecruiters: { files: 3, read: 12, refused: 0 },
    teamtailor: { files: 1, read: 2, refused: 0 },
    workable: { files: 2, read: 5, refused: 0 },
    workday: { files: 4, read: 17, refused: 0 },
    himalayas: { files: 1, read: 3, refused: 0 },
    remotive: { files: 1, read: 4, refused: 0 },
    rss: { files: 1, read: 3, refused: 0 },
  })
})

test.skipIf(isAbsent)(`the pay of real Ashby jobs is read tier by tier${unless}`, () => {
  const jobs = filesIn('ats/ashby').flatMap((file) =>
    read(file).page.jobs.flatMap((one) => (one.ok ? one.job : [])),
  )
  const tiers = jobs.flatMap(({ pay }) => pay)
  const countOf = (wanted: string) => tiers.filter(({ period }) => period === wanted).length
  // 2,874 salaries stand in the answers: one is paid once, and one is of the job that is not listed.
  expect(tiers).toHaveLength(2872)
  expect(jobs.filter(({ pay }) => pay.length > 0)).toHaveLength(2654)
  expect(jobs.filter(({ pay }) => pay.length > 1)).toHaveLength(120)
  expect(['year', 'hour', 'month', 'week'].map(countOf)).toEqual([2732, 117, 22, 1])
  expect(new Set(tiers.map(({ currency }) => currency)).size).toBe(11)
  expect(jobs.filter(({ workplace }) => workplace === 'remote')).toHaveLength(517)
})

test.skipIf(isAbsent)(`the answer of one source is unreadable to the others${unless}`, () => {
  const others: Record<string, string[]> = {
    'ats/lever/matchgroup.json': ['lever'],
    'ats/other/recruitee.json': ['recruitee'],
    'ats/other/smartrecruiters.json': ['smartrecruiters'],
    'ats/other/teamtailor.json': ['teamtailor', 'json-feed'],
    'ats/other/workday_search.json': ['workday'],
    'ats/other/personio.xml': ['personio'],
    'feeds/wwr_rss.xml': ['rss'],
    'companies/remote_companies.jsonl.gz': [],
    'pay/salaries_ai.csv.gz': [],
  }
  for (const [file, names] of Object.entries(others)) {
    const text = textOf(file)
    const readers = adapters.filter((adapter) => {
      try {
        return adapter.read(text, { board: boardOf[adapter.name] ?? 'demo', ask: null })
      } catch (error) {
        expect(error, `${adapter.name} on ${file}`).toBeInstanceOf(Unreadable)
        return false
      }
    })
    expect(readers.map(({ name }) => name).sort(), file).toEqual(names.sort())
  }
})

test.skipIf(isAbsent)(
  `111,132 rows of a table are read as they come${unless}`,
  { timeout: 120_000 },
  async () => {
    const table = path.join(DATA, 'volume/greenhouse_facts_2026-01-06.tsv.gz')
    const { columns, missing } = guessColumns([
      'company_slug',
      'id',
      'title',
      'location',
      'updated_at',
      'url',
    ])
    expect({ columns, missing }).toEqual({
      columns: {
        title: 'title',
        url: 'url',
        externalId: 'id',
        company: 'company_slug',
        location: 'location',
      },
      missing: [],
    })
    const rows = csvJobs(createReadStream(table).pipe(createGunzip()), {
      ...columns,
      title: 'title',
      url: 'url',
    })
    let [read, refused, placed, line] = [0, 0, 0, 0]
    for await (const row of rows) {
      if (row.ok) read += 1
      else refused += 1
      if (row.ok && row.job.locations.length > 0) placed += 1
      line = row.line
    }
    expect({ read, refused, placed, line }).toEqual({
      read: 111_132,
      refused: 0,
      placed: 111_128,
      line: 111_133,
    })
  },
)
