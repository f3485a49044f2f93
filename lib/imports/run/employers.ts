import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { insertUnderFreeSlug } from '@/lib/companies/insert'

export type Employer = { id: number; refusesImports: boolean }

/**
 * The companies of these names, made where there is none; names that differ only in case are one company. One statement, and two or
 * three for each company that is new.
 */
export async function employersNamed(tx: Tx, names: readonly string[]): Promise<Map<string, Employer>> {
  const found = await readEmployers(tx, [...new Set(names)])
  // In one order whoever writes: two batches that make the same companies must not wait for each other in a circle.
  for (const name of [...new Set(names)].sort()) {
    if (found.has(name)) continue
    const [again] = (await readEmployers(tx, [name])).values()
    found.set(name, again ?? { id: (await insertUnderFreeSlug(tx, { name })).id, refusesImports: false })
  }
  return found
}

async function readEmployers(tx: Tx, names: readonly string[]): Promise<Map<string, Employer>> {
  const { rows } = await tx.execute<Employer & { name: string }>(sql`
    select distinct on (n.name) n.name, c.id, c.imports_refused_at is not null as "refusesImports"
    from unnest(${sql.param([...names])}::text[]) n(name) join companies c on lower(c.name) = lower(n.name)
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
