import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { ROOT } from './board/root'
import { readWages } from './statistics/oews'
import { readSurvey } from './statistics/salaries'
import { titleRoles } from './statistics/title-roles'

// `npx tsx scripts/build-statistics.ts oews|salaries FILE.csv.gz` writes content/statistics/oews.json or salaries.json.

const [name, file] = process.argv.slice(2)
if (!file || (name !== 'oews' && name !== 'salaries')) {
  throw new Error(
    'Name the statistic and its table: npx tsx scripts/build-statistics.ts oews|salaries FILE.csv.gz',
  )
}
const lines: Record<string, string>[] = parse(gunzipSync(readFileSync(file)), { columns: true })
const statistic = name === 'oews' ? readWages(lines) : readSurvey(lines, titleRoles())

const target = path.join(ROOT, 'content', 'statistics', `${name}.json`)
mkdirSync(path.dirname(target), { recursive: true })
writeFileSync(target, `${JSON.stringify(statistic, null, 2)}\n`)
console.log(`${statistic.rows.length} rows in ${path.relative(ROOT, target)}`)
