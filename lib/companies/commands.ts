import { eq } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import { companies, companyMembers, users } from '@/db/schema'
import { type Actor, inTransaction } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { done, type Outcome } from '@/lib/outcome'
import type { CompanyForm } from './input'
import { insertUnderFreeSlug, type Made } from './insert'
import { requireMember, requirePerson } from './queries'

/** Whoever creates a company owns it. Two companies may have one name; their slugs differ. */
export async function createCompany(actor: Actor, input: CompanyForm): Promise<Outcome<never, Made>> {
  const userId = requirePerson(actor)
  return inTransaction(actor, async (tx) => {
    const [person] = await tx.select({ isDemo: users.isDemo }).from(users).where(eq(users.id, userId))
    const company = await insertUnderFreeSlug(tx, { ...input, isDemo: person?.isDemo ?? false })
    await tx.insert(companyMembers).values({ companyId: company.id, userId, role: 'owner' })
    await recordAudit(tx, actor, {
      action: 'company.created',
      objectKind: 'company',
      objectId: String(company.id),
    })
    return done(company)
  })
}

/** The slug stays when the name changes: addresses that were given away keep working. */
export async function updateCompany(
  actor: Actor,
  input: CompanyForm & { slug: string },
): Promise<Outcome<never, Made>> {
  const { companyId } = await requireMember(actor, { slug: input.slug }, 'owner')
  return inTransaction(actor, async (tx) => {
    const { name, website, about } = input
    const [before] = await tx
      .select({ name: companies.name })
      .from(companies)
      .where(eq(companies.id, companyId))
      .for('no key update')
    await tx.update(companies).set({ name, website, about }).where(eq(companies.id, companyId))
    // The listing is searched by the name, too.
    if (before?.name !== name)
      await addTask(tx, 'jobs.relist', { companyId }, { key: `jobs.relist:${companyId}` })
    await recordAudit(tx, actor, {
      action: 'company.updated',
      objectKind: 'company',
      objectId: String(companyId),
    })
    return done({ id: companyId, slug: input.slug, name })
  })
}
