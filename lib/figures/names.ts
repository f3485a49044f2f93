import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { employmentTypes, seniorities, workplaces } from '@/db/values'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import type { Taxonomy } from '@/lib/taxonomy/build'
import type { Names } from './compute'
import type { FigureRow } from './rows'
import type { Dimension } from './types'

type Entry = ReturnType<Names['entry']>

/** What entries of figures are called; companies are read once for all rows. */
export async function namesFor(taxonomy: Taxonomy, rows: Iterable<readonly FigureRow[]>): Promise<Names> {
  const ids = new Set<number>()
  for (const own of rows) for (const { companyId } of own) ids.add(companyId)
  const { rows: companies } = await db().execute<{ id: number; slug: string; name: string }>(sql`
    select id, slug, name from companies where id = any(${sql.param([...ids])}::int[])`)
  const companyById = new Map(companies.map((company) => [company.id, company]))
  const named = (entry: { slug: string; name: string } | undefined, kind: string | null = null): Entry =>
    entry ? { slug: entry.slug, name: entry.name, kind } : null
  const entryOf: Record<Dimension, (id: number) => Entry> = {
    skill: (id) => named(taxonomy.skillById.get(id), taxonomy.skillById.get(id)?.kind),
    country: (id) => named(countryOf(taxonomy, id)),
    city: (id) => named(taxonomy.placeById.get(id)),
    company: (id) => named(companyById.get(id)),
    workplace: (id) => listed(workplaces, workplaceLabels, id),
    seniority: (id) => listed(seniorities, seniorityLabels, id),
    employment: (id) => listed(employmentTypes, employmentTypeLabels, id),
    pay: (id) => (id === 1 ? { slug: 'stated', name: 'Stated', kind: null } : notStated),
  }
  return {
    countryId: (code) => taxonomy.countryIdByCode.get(code) ?? null,
    countryCode: (id) => taxonomy.placeById.get(id)?.countryCode ?? null,
    skillId: (slug) => taxonomy.skillBySlug.get(slug)?.id ?? null,
    entry: (by, id) => entryOf[by](id),
  }
}

/** Countries are called by their letters in a question. */
function countryOf(taxonomy: Taxonomy, id: number): { slug: string; name: string } | undefined {
  const place = taxonomy.placeById.get(id)
  return place && { slug: place.countryCode, name: place.name }
}

const notStated: Entry = { slug: 'none', name: 'Not stated', kind: null }

function listed<V extends string>(
  values: readonly V[],
  labels: Readonly<Record<V, string>>,
  code: number,
): Entry {
  const value = values[code - 1]
  return value === undefined ? notStated : { slug: value, name: labels[value], kind: null }
}
