import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readSeedJobs } from '@/db/seed/jobs'
import type { Address } from '@/lib/taxonomy/locations'
import { readTable } from './read-table'

/** What a row of a file says; a field that no column carries is absent. */
export type ReportJob = {
  title: string
  locations: string[]
  addresses?: (Address | null)[]
  workplaceType?: string
  employmentType?: string
  skills?: string[]
  text?: string
}

type Row = Readonly<Record<string, unknown>>

/** Usual names of columns, best first, compared without case, spaces and marks. */
const names = {
  title: ['title', 'jobtitle', 'businesstitle', 'positiontitle', 'position', 'role', 'name'],
  locations: [
    'locations',
    'location',
    'locationraw',
    'joblocation',
    'worklocation',
    'candidaterequiredlocation',
    'city',
    'place',
  ],
  workplaceType: ['workplacetype', 'workplace', 'remotetype', 'locationtype'],
  employmentType: ['employmenttype', 'jobtype', 'contracttype', 'type', 'commitment'],
  skills: ['skills', 'tags'],
  text: ['text', 'description', 'jobdescription', 'descriptionplain', 'content', 'body', 'descriptionhtml'],
} as const

/** Jobs of a .json, .jsonl, .csv or .tsv file, gzipped or not; without a file those that are shipped. */
export function readJobs(file: string | undefined): ReportJob[] {
  if (!file) return readSeedJobs()
  const bytes = readFileSync(file)
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  const rows = rowsOf(file.replace(/\.gz$/, ''), (isGzip ? gunzipSync(bytes) : bytes).toString('utf8'))
  const jobs = rows.map(jobOf)
  if (!jobs.some((job) => job.title !== '')) throw new Error(`No column of ${file} looks like a job title.`)
  return jobs
}

function rowsOf(name: string, text: string): Row[] {
  if (name.endsWith('.csv')) return readTable(text, ',')
  if (name.endsWith('.tsv')) return readTable(text, '\t')
  if (/\.(jsonl|ndjson)$/.test(name)) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return lines.map((line) => JSON.parse(line) as Row)
  }
  const parsed: unknown = JSON.parse(text)
  // A list, or an object around one: `{"jobs": [...]}`.
  const list = Array.isArray(parsed) ? parsed : Object.values(parsed as Row).find(Array.isArray)
  if (!list) throw new Error(`${name} holds no list of jobs.`)
  return list as Row[]
}

function jobOf(row: Row): ReportJob {
  const fields = new Map(Object.entries(row).map(([key, value]) => [plainKey(key), textsOf(value)]))
  const textsUnder = (usual: readonly string[]) =>
    usual.map((key) => fields.get(key) ?? []).find((texts) => texts.length > 0) ?? []
  const [title = ''] = textsUnder(names.title)
  const [workplaceType] = textsUnder(names.workplaceType)
  const [employmentType] = textsUnder(names.employmentType)
  const [text] = textsUnder(names.text)
  const skills = textsUnder(names.skills)
  return {
    title,
    locations: textsUnder(names.locations),
    ...(Array.isArray(row.addresses) && { addresses: row.addresses as (Address | null)[] }),
    ...(workplaceType && { workplaceType }),
    ...(employmentType && { employmentType }),
    ...(skills.length > 0 && { skills }),
    ...(text && { text }),
  }
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** A text, a list of them, or objects with a name: `{"name": "Berlin"}`. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === 'object' && value !== null && 'name' in value) return textsOf(value.name)
  return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
}
