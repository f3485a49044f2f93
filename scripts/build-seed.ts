// Writes db/seed/ from the public data of ../shared/data. Twice the same data gives twice the same bytes.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { buildCompanies, type RemoteCompany } from '@/db/seed/build/companies'
import { slugOfCompany } from '@/db/seed/build/company-slug'
import { fold } from '@/db/seed/build/fold'
import { type AshbyJob, fromAshby } from '@/db/seed/build/from-ashby'
import { type FederalPosting, fromFederal } from '@/db/seed/build/from-federal'
import { fromTech, type TechJob } from '@/db/seed/build/from-tech'
import { buildPlaces, type GazetteerCity, type GazetteerRegion } from '@/db/seed/build/places'
import { gzipped, readJson, seedFolder, taxonomyFolder } from '@/db/seed/files'
import type { SeedPlace } from '@/db/seed/taxonomy-rows'

const sources = path.join(process.cwd(), '..', 'shared', 'data')
const MAX_BYTES = 8_000_000

function main(): void {
  if (!existsSync(sources)) throw new Error('../shared/data is not here; db/seed/ stays as it is')
  const places = buildPlaces({ countries: countries(), regions: regions(), cities: cities() })
  const boards = ashbyBoards()
  const ashby = boards.flatMap(({ board, jobs }) =>
    jobs.filter((job) => job.isListed).map((job) => fromAshby(board, job)),
  )
  const tech = techJobs()
  const federal = json<FederalPosting[]>('seed/federal_positions.json.gz').map(fromFederal)
  const jobs = fold(ashby, [...tech, ...federal])
  const companies = buildCompanies({
    jobs,
    remote: lines<RemoteCompany>('companies/remote_companies.jsonl.gz'),
    names: readJson(path.join(seedFolder, 'company-names.json')),
    textsOf: textsOf(boards),
  })
  write('places.tsv.gz', gzipped(placesTsv(places)))
  write('jobs.jsonl.gz', gzipped(`${jobs.map((job) => JSON.stringify(job)).join('\n')}\n`))
  write('companies.json', `[\n${companies.map((company) => `  ${JSON.stringify(company)}`).join(',\n')}\n]\n`)
  const folded = tech.length + ashby.length + federal.length - jobs.length
  console.log(
    `${jobs.length} jobs (${folded} folded), ${companies.length} companies, ${places.length} places`,
  )
  checkSize()
}

function countries(): string[] {
  return readJson<{ codes: string }>(path.join(taxonomyFolder, 'countries.json')).codes.split(' ')
}

function regions(): GazetteerRegion[] {
  return json('places/admin1.json.gz')
}

function cities(): GazetteerCity[] {
  const [, ...rows] = text('places/cities15000.tsv.gz').trimEnd().split('\n')
  return rows.map((row) => {
    const [id, name = '', country = '', admin1 = '', , population, lat, lon] = row.split('\t')
    return {
      geonameId: Number(id),
      name,
      country,
      admin1,
      population: Number(population),
      lat: Number(lat),
      lon: Number(lon),
    }
  })
}

function ashbyBoards(): { board: string; jobs: AshbyJob[] }[] {
  const files = readdirSync(path.join(sources, 'ats/ashby')).filter((file) => file.endsWith('.json.gz'))
  return files.sort().map((file) => ({
    board: decodeURIComponent(file.replace('.json.gz', '')),
    jobs: json<{ jobs: AshbyJob[] }>(`ats/ashby/${file}`).jobs,
  }))
}

function techJobs() {
  const skills = new Map<string, string[]>()
  for (const { job_uid, skill } of lines<{ job_uid: string; skill: string | null }>(
    'seed/tech_job_skills.jsonl.gz',
  )) {
    if (skill) skills.set(job_uid, [...(skills.get(job_uid) ?? []), skill])
  }
  return lines<TechJob>('seed/tech_jobs_2026-07.jsonl.gz').map((row) =>
    fromTech(row, skills.get(row.job_uid) ?? []),
  )
}

function textsOf(boards: ReturnType<typeof ashbyBoards>): (slug: string) => string[] {
  const texts = new Map<string, string[]>()
  for (const { board, jobs } of boards) {
    const slug = slugOfCompany(board)
    texts.set(slug, [...(texts.get(slug) ?? []), ...jobs.map((job) => job.descriptionPlain ?? '')])
  }
  return (slug) => texts.get(slug) ?? []
}

function placesTsv(places: readonly SeedPlace[]): string {
  const head = 'id kind slug name country_code country_id region_id population lat lon'.split(' ')
  const rows = places.map((place) => [
    place.id,
    place.kind,
    place.slug,
    place.name,
    place.countryCode,
    place.countryId,
    place.regionId ?? '',
    place.population,
    place.lat ?? '',
    place.lon ?? '',
  ])
  return [head, ...rows].map((row) => `${row.join('\t')}\n`).join('')
}

function text(file: string): string {
  return gunzipSync(readFileSync(path.join(sources, file))).toString('utf8')
}

function json<T>(file: string): T {
  return JSON.parse(text(file)) as T
}

function lines<T>(file: string): T[] {
  return text(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

function write(file: string, content: string | Buffer): void {
  writeFileSync(path.join(seedFolder, file), content)
}

function checkSize(): void {
  const shipped = ['places.tsv.gz', 'jobs.jsonl.gz', 'companies.json']
  const bytes = shipped.reduce((sum, file) => sum + statSync(path.join(seedFolder, file)).size, 0)
  console.log(`${(bytes / 1e6).toFixed(2)} MB in db/seed`)
  if (bytes > MAX_BYTES) throw new Error(`the sample must stay below ${MAX_BYTES / 1e6} MB`)
}

main()
