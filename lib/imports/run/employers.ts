import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { inTransaction, type Tx } from '@/db/transaction'
import { insertUnderFreeSlug } from '@/lib/companies/insert'
import { slugCandidates } from '@/lib/companies/rules'
import { done } from '@/lib/outcome'
import { system } from './lease'

export type Employer = { id: number; refusesImports: boolean }

/**
 * The companies of these names that nobody keeps or whose domain is proven, made where there is none; names that differ only in case
 * are one company. In a transaction of its own:
 * two batches that name a new company wait for each other no longer than that takes.
 */
export async function employersNamed(names: readonly string[]): Promise<ReadonlyMap<string, Employer>> {
  const wanted = [...new Set(names)].sort()
  const outcome = await inTransaction<never, Map<string, Employer>>(system, async (tx) => {
    const found = await readEmployers(tx, wanted)
    if (found.size === wanted.length) return done(found)
    const absent = wanted.filter((name) => !found.has(name))
    await insertUnderOwnSlugs(tx, absent)
    const made = await readEmployers(tx, absent)
    for (const name of absent) {
      const [again] = made.has(name) ? [made.get(name)] : (await readEmployers(tx, [name])).values()
      found.set(name, again ?? { id: (await insertUnderFreeSlug(tx, { name })).id, refusesImports: false })
    }
    return done(found)
  })
  if (!outcome.ok) throw new Error('companies are never refused')
  return outcome.value
}

/** The company that an import belongs to, as it is now. */
export async function employerWith(id: number): Promise<Employer | null> {
  const { rows } = await db().execute<Employer>(sql`
    select id, imports_refused_at is not null as "refusesImports" from companies where id = ${id}`)
  return rows[0] ?? null
}

/** Those whose slug is free, in one statement; the others are left over. */
async function insertUnderOwnSlugs(tx: Tx, names: readonly string[]): Promise<void> {
  const first = new Map(names.map((name) => [name.toLowerCase(), name]))
  const rows = [...first.values()].map((name) => ({ name, slug: slugCandidates(name, 'x')[0] }))
  await tx.execute(sql`
    insert into companies (slug, name)
    select slug, name from json_to_recordset(${JSON.stringify(rows)}::json) as r(slug text, name text)
    order by slug on conflict (slug) do nothing`)
}

async function readEmployers(tx: Tx, names: readonly string[]): Promise<Map<string, Employer>> {
  const { rows } = await tx.execute<Employer & { name: string }>(sql`
    select distinct on (n.name) n.name, c.id, c.imports_refused_at is not null as "refusesImports"
    from unnest(${sql.param([...names])}::text[]) n(name) join companies c on lower(c.name) = lower(n.name)
      -- Whoever made a company of this name and proved nothing gets none of its jobs.
      and (c.verified_at is not null or not exists (select from company_members m where m.company_id = c.id))
    order by n.name, c.id`)
  return new Map(rows.map(({ name, ...employer }) => [name, employer]))
}

/** A board's word as a name: "acme-robotics" → "Acme Robotics"; only where the source names no company. */
export function nameOfBoard(board: string): string {
  const words = board.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/.*$/, '')
  return words
    .split(/[-_ ]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .slice(0, 120)
}
