import { and, eq, sql } from 'drizzle-orm'
import { companies, imports } from '@/db/schema'
import { type Actor, inTransaction } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { requireMember } from '@/lib/companies/queries'
import { done, type Outcome } from '@/lib/outcome'
import { breakRun } from './run/lease'
import { countUnwanted, setOffWithdrawal } from './withdraw'

/**
 * A company that wants nothing imported has its imported jobs withdrawn by the worker, its own imports rest, and whatever any source says
 * of it from now on is refused, until an owner allows it again. Answers how many jobs are to be withdrawn.
 */
export async function setImportConsent(
  actor: Actor,
  input: { slug: string; imports: 'allow' | 'refuse' },
): Promise<Outcome<never, { slug: string; withdrawing: number }>> {
  const { companyId, slug, userId } = await requireMember(actor, { slug: input.slug }, 'owner')
  const isRefused = input.imports === 'refuse'
  return inTransaction(actor, async (tx) => {
    await tx
      .update(companies)
      .set({ importsRefusedAt: isRefused ? sql`coalesce(${companies.importsRefusedAt}, now())` : null })
      .where(eq(companies.id, companyId))
    let withdrawing = 0
    if (isRefused) {
      const resting = await tx
        .update(imports)
        .set({ state: 'paused', nextRunAt: null })
        .where(and(eq(imports.companyId, companyId), eq(imports.state, 'active')))
        .returning({ sourceId: imports.sourceId })
      for (const { sourceId } of resting) await breakRun(tx, sourceId, 'Its company wants nothing imported.')
      withdrawing = await countUnwanted(companyId, tx)
      await setOffWithdrawal(tx, { companyId, userId })
    }
    await recordAudit(tx, actor, {
      action: isRefused ? 'company.imports_refused' : 'company.imports_allowed',
      objectKind: 'company',
      objectId: String(companyId),
      facts: { withdrawing },
    })
    return done({ slug, withdrawing })
  })
}
