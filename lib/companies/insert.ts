import { randomBytes } from 'node:crypto'
import { companies } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import type { CompanyForm } from './input'
import { slugCandidates } from './rules'

export type Made = { id: number; slug: string; name: string }

/** The unique constraint decides; each candidate is tried once, and the last one is random. */
export async function insertUnderFreeSlug(
  tx: Tx,
  values: Pick<CompanyForm, 'name'> & Partial<CompanyForm> & { isDemo?: boolean },
): Promise<Made> {
  for (const slug of slugCandidates(values.name, randomBytes(5).toString('hex'))) {
    const [made] = await tx
      .insert(companies)
      .values({ ...values, slug })
      .onConflictDoNothing({ target: companies.slug })
      .returning({ id: companies.id, slug: companies.slug, name: companies.name })
    if (made) return made
  }
  throw new Error('no free slug for a company')
}
