import { readSeedJobs } from '@/db/seed/jobs'
import { type JobRecord, jobRecords } from '@/db/seed/load-jobs'
import { readTaxonomyRows, type SeedPlace } from '@/db/seed/taxonomy-rows'
import { buildTaxonomy } from '@/lib/taxonomy/build'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import { Weighted, zipf } from './random'

/** What the corpus is drawn from: the shipped sample as the loader reads it. */
export type Sample = {
  records: readonly JobRecord[]
  /** Records of each country of their first place, 0 where they name none: pay goes by country. */
  byCountry: ReadonlyMap<number, readonly JobRecord[]>
  /** Skills of a role, most stated first; 0 has those of all roles. */
  skillsOf: ReadonlyMap<number, Weighted<number>>
  skills: ReadonlyMap<number, { slug: string; name: string }>
  places: ReadonlyMap<number, SeedPlace>
  texts: readonly string[]
}

/** Fewer jobs than this say nothing about what is usual in a country. */
const COUNTRY_FLOOR = 25

export function readSample(): Sample {
  const rows = readTaxonomyRows()
  const records = jobRecords(buildTaxonomy(rows, taxonomyRules), readSeedJobs())
  const byCountry = grouped(records, (record) => record.places[0]?.country_id ?? 0)
  for (const [country, few] of byCountry) if (few.length < COUNTRY_FLOOR) byCountry.delete(country)
  return {
    records,
    byCountry,
    skillsOf: skillsByRole(records, rows.skills),
    skills: new Map(rows.skills.map((skill) => [skill.id, skill])),
    places: new Map(rows.places.map((place) => [place.id, place])),
    texts: records.flatMap((record) => record.text || []),
  }
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}

/** A role's own skills lead; the others follow in the order of the whole sample, so that any skill can be drawn. */
function skillsByRole(records: readonly JobRecord[], skills: readonly { id: number }[]) {
  const everywhere = ranked(records, skills)
  const roles = grouped(records, (record) => record.role_id ?? 0)
  const drawn = new Map<number, Weighted<number>>()
  for (const [role, own] of roles) {
    const order = role === 0 ? everywhere : [...new Set([...ranked(own, []), ...everywhere])]
    drawn.set(role, new Weighted(order, zipf(order.length)))
  }
  return drawn
}

function ranked(records: readonly JobRecord[], others: readonly { id: number }[]): number[] {
  const counts = new Map<number, number>(others.map(({ id }) => [id, 0]))
  for (const record of records) for (const id of record.skills) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id)
}
