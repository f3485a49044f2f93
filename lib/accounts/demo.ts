import { sql } from 'drizzle-orm'
import { companies, companyMembers, users } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { isDemo } from '@/lib/env'
import { done, NotFound, type Outcome } from '@/lib/outcome'
import { openSession } from './sessions'

export type DemoPerson = 'employer' | 'candidate'

const people = {
  employer: { name: 'Demo Employer', email: 'employer@demo.example' },
  candidate: { name: 'Demo Candidate', email: 'candidate@demo.example' },
} as const
const company = { name: 'Demo Employer', slug: 'demo-employer' }

/** One click, without proof: exists only on a demo board, which is on this machine alone (decision 20). */
export async function signInAsDemo(
  actor: Actor,
  { person, replacing }: { person: DemoPerson; replacing: string | undefined },
): Promise<Outcome<never, string>> {
  if (!isDemo()) throw new NotFound()
  return inTransaction(actor, async (tx) => {
    const userId = await demoPerson(tx, person)
    if (person === 'employer') await demoCompany(tx, userId)
    const token = await openSession(tx, userId, replacing)
    await recordAudit(tx, actor, {
      action: 'session.open',
      objectKind: 'person',
      objectId: userId,
      facts: { by: 'demo' },
    })
    return done(token)
  })
}

async function demoPerson(tx: Tx, person: DemoPerson): Promise<string> {
  const [row] = await tx
    .insert(users)
    .values({ ...people[person], emailVerified: sql`now()`, isDemo: true })
    .onConflictDoUpdate({ target: users.email, set: { disabledAt: null } })
    .returning({ id: users.id })
  if (!row) throw new Error('the demo person was not kept')
  return row.id
}

async function demoCompany(tx: Tx, userId: string): Promise<void> {
  const [row] = await tx
    .insert(companies)
    .values({ ...company, about: 'A company to try the board with.', isDemo: true })
    .onConflictDoUpdate({ target: companies.slug, set: { slug: company.slug } })
    .returning({ id: companies.id })
  if (!row) throw new Error('the demo company was not kept')
  await tx.insert(companyMembers).values({ companyId: row.id, userId, role: 'owner' }).onConflictDoNothing()
}
