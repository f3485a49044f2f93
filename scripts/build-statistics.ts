import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { publicNames, statisticsFile } from '@/lib/guides/statistics'
import { ROOT } from './board/root'

// `npx tsx scripts/build-statistics.ts FILE.csv.gz`: the occupations that guides name, out of the national table of all of them.

/** By the Standard Occupational Classification of 2018, and those of its predecessor until 2018 that became them. */
const OCCUPATIONS = /^15-(124[1-5]|125[1-7]|1299|113[1-4]|114[1-3]|1199)$/

const columns = {
  'wage-p10': 'a_pct10',
  'wage-p25': 'a_pct25',
  'wage-median': 'a_median',
  'wage-p75': 'a_pct75',
  'wage-p90': 'a_pct90',
  employment: 'tot_emp',
} as const satisfies Record<(typeof publicNames)[number], string>

const file = process.argv[2]
if (!file) throw new Error('Name the table: npx tsx scripts/build-statistics.ts FILE.csv.gz')
const lines: Record<string, string>[] = parse(gunzipSync(readFileSync(file)), { columns: true })

const rows = lines
  .filter((line) => line.group === 'detailed' && OCCUPATIONS.test(line.occ_code ?? ''))
  .map((line) => ({
    occupation: line.occ_code,
    title: line.occ_title,
    year: Number(line.year),
    ...Object.fromEntries(publicNames.map((name) => [name, amountIn(line[columns[name]])])),
  }))
  .sort((a, b) => `${a.occupation} ${a.year}`.localeCompare(`${b.occupation} ${b.year}`))

const statistics = statisticsFile.parse({
  source: 'Occupational Employment and Wage Statistics, US Bureau of Labor Statistics, May of each year',
  url: 'https://www.bls.gov/oes/tables.htm',
  licence: 'public domain',
  rows,
})
const target = path.join(ROOT, 'content', 'statistics', 'oews.json')
mkdirSync(path.dirname(target), { recursive: true })
writeFileSync(target, `${JSON.stringify(statistics, null, 2)}\n`)
console.log(`${rows.length} rows in ${path.relative(ROOT, target)}`)

/** `#` stands for a wage above what the bureau prints, `*` and `**` for none. */
function amountIn(text: string | undefined): number | null {
  const value = Number(text?.replaceAll(',', ''))
  return Number.isInteger(value) && value > 0 ? value : null
}
