import { randomBytes } from 'node:crypto'
import { and, count, eq, sql } from 'drizzle-orm'
import { addTask } from '@/db/queue'
import { companies, companyClaims, companyDomains, companyMembers, users } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { done, NotFound, type Outcome, refused } from '@/lib/outcome'
import { isWaiting } from './claim-queries'
import { domainOf, isCompanyDomain, speaksFor, standingAt } from './claim-rules'
import { requireOperator, requirePerson } from './queries'

export type ClaimState = 'open' | 'proven' | 'granted' | 'refused'
type NotClaimed = 'no-domain' | 'anybodys' | 'has-people' | 'too-many'

/** Open claims of one person: each of them makes this board ask a stranger's server. */
const MAX_CLAIMS = 10

/**
 * Says that a company that nobody keeps here is the actor's. An office's address at its domain, such as jobs@, to which a sign-in mail
 * went, proves the domain at once; else a file or a DNS record does. With any other address there, the operator is asked meanwhile.
 */
export async function claimCompany(
  actor: Actor,
  input: { slug: string; domain: string },
): Promise<Outcome<NotClaimed, { state: ClaimState }>> {
  const userId = requirePerson(actor)
  const domain = domainOf(input.domain)
  if (!domain) return refused('no-domain')
  if (!isCompanyDomain(domain)) return refused('anybodys')
  return inTransaction<NotClaimed, { state: ClaimState }>(actor, async (tx) => {
    const companyId = await lockCompany(tx, input.slug)
    if (await hasPeople(tx, companyId)) return refused('has-people')
    const [mine] = await tx
      .select({ n: count() })
      .from(companyClaims)
      .where(and(eq(companyClaims.userId, userId), eq(companyClaims.state, 'open')))
    if ((mine?.n ?? 0) >= MAX_CLAIMS) return refused('too-many')
    const token = randomBytes(20).toString('hex')
    const [claim] = await tx
      .insert(companyClaims)
      .values({ companyId, userId, domain, token })
      .onConflictDoUpdate({
        target: [companyClaims.companyId, companyClaims.userId, companyClaims.domain],
        set: { domain },
      })
      .returning({ id: companyClaims.id, state: companyClaims.state })
    if (!claim) throw new Error('a claim was not written')
    await recordAudit(tx, actor, claimed('company.claimed', companyId, { domain }))
    if (claim.state !== 'open') return done({ state: claim.state })
    return done({ state: (await isOfficeAt(tx, userId, domain)) ? await prove(tx, actor, claim.id) : 'open' })
  })
}

/** Sets off a look at the file and the DNS record of a claim. */
export async function checkClaim(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<never, { slug: string }>> {
  const userId = requirePerson(actor)
  return inTransaction(actor, async (tx) => {
    const [claim] = await tx
      .select({ id: companyClaims.id, slug: companies.slug })
      .from(companyClaims)
      .innerJoin(companies, eq(companies.id, companyClaims.companyId))
      .where(and(eq(companyClaims.id, sql`${claimIdOf(input.id)}::uuid`), eq(companyClaims.userId, userId)))
    if (!claim) throw new NotFound()
    await tx
      .update(companyClaims)
      .set({ checkedAt: null, lastError: null })
      .where(and(eq(companyClaims.id, claim.id), eq(companyClaims.state, 'open')))
    await addTask(
      tx,
      'companies.check_claim',
      { claimId: claim.id },
      { key: `companies.check_claim:${claim.id}` },
    )
    return done({ slug: claim.slug })
  })
}

/** The operator decides what waits for them: see `isWaiting`. */
export async function decideClaim(
  actor: Actor,
  input: { id: string; verdict: 'grant' | 'refuse' },
): Promise<Outcome<'not-waiting', { slug: string }>> {
  await requireOperator(actor)
  return inTransaction<'not-waiting', { slug: string }>(actor, async (tx) => {
    const [claim] = await tx
      .select({
        id: companyClaims.id,
        isWaiting: isWaiting(),
        companyId: companyClaims.companyId,
        slug: companies.slug,
      })
      .from(companyClaims)
      .innerJoin(companies, eq(companies.id, companyClaims.companyId))
      .innerJoin(users, eq(users.id, companyClaims.userId))
      .where(eq(companyClaims.id, sql`${claimIdOf(input.id)}::uuid`))
      .for('update', { of: companyClaims })
    if (!claim) throw new NotFound()
    if (!claim.isWaiting) return refused('not-waiting')
    if (input.verdict === 'grant') await grant(tx, actor, claim.id)
    else {
      await tx.update(companyClaims).set({ state: 'refused' }).where(eq(companyClaims.id, claim.id))
      await recordAudit(tx, actor, claimed('company.claim_refused', claim.companyId, {}))
    }
    return done({ slug: claim.slug })
  })
}

/** The domain is proven: the company is theirs where it is known by that domain, else the operator is asked. */
export async function prove(tx: Tx, actor: Actor, claimId: string): Promise<ClaimState> {
  const [claim] = await tx
    .update(companyClaims)
    .set({ state: 'proven', checkedAt: sql`now()`, lastError: null })
    .where(and(eq(companyClaims.id, claimId), eq(companyClaims.state, 'open')))
    .returning({ companyId: companyClaims.companyId, domain: companyClaims.domain })
  if (!claim) return 'open'
  const isKnown = speaksFor(claim.domain, await hostsOf(tx, claim.companyId))
  if (!isKnown || (await hasPeople(tx, claim.companyId))) return 'proven'
  await grant(tx, actor, claimId)
  return 'granted'
}

async function grant(tx: Tx, actor: Actor, claimId: string): Promise<void> {
  const [claim] = await tx
    .update(companyClaims)
    .set({ state: 'granted' })
    .where(eq(companyClaims.id, claimId))
    .returning()
  if (!claim) throw new Error('a claim is gone')
  const { companyId, userId, domain } = claim
  await tx.insert(companyMembers).values({ companyId, userId, role: 'owner' }).onConflictDoNothing()
  await tx.insert(companyDomains).values({ companyId, domain, provenBy: userId }).onConflictDoNothing()
  await tx
    .update(companies)
    .set({ verifiedAt: sql`coalesce(${companies.verifiedAt}, now())` })
    .where(eq(companies.id, companyId))
  await recordAudit(tx, actor, claimed('company.claim_granted', companyId, { domain, to: userId }))
}

/** Boards that a company keeps itself, and that the operator chose; a feed of many companies proves nothing about one of them. */
const ownBoards = [
  ...[
    'ashby',
    'greenhouse',
    'job-posting',
    'lever',
    'personio',
    'recruitee',
    'smartrecruiters',
    'teamtailor',
  ],
  ...['workable', 'workday'],
]

/** By what the company is known here: its website, and the pages of its jobs on boards of its own. */
async function hostsOf(tx: Tx, companyId: number): Promise<string[]> {
  const { rows } = await tx.execute<{ host: string }>(sql`
    select distinct substring(url from '^https?://([^/:?#]+)') as host from (
      select website as url from companies where id = ${companyId}
      union all
      select j.source_url from jobs j join imports i on i.source_id = j.source_id
        where j.company_id = ${companyId} and i.adapter = any(${sql.param(ownBoards)}::text[])
    ) known where url is not null limit 1000`)
  return rows.map(({ host }) => host)
}

async function isOfficeAt(tx: Tx, userId: string, domain: string): Promise<boolean> {
  const [row] = await tx
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), sql`${users.emailVerified} is not null`))
  return row !== undefined && standingAt(domain, row.email) === 'office'
}

async function lockCompany(tx: Tx, slug: string): Promise<number> {
  const [company] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.slug, slug))
    .for('no key update')
  if (!company) throw new NotFound()
  return company.id
}

async function hasPeople(tx: Tx, companyId: number): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(companyMembers)
    .where(eq(companyMembers.companyId, companyId))
  return (row?.n ?? 0) > 0
}

/** An id that is none names no claim, which is answered like somebody else's. */
function claimIdOf(id: string): string {
  return /^[0-9a-f-]{36}$/.test(id) ? id : '00000000-0000-0000-0000-000000000000'
}

function claimed(action: string, companyId: number, facts: Record<string, unknown>) {
  return { action, objectKind: 'company', objectId: String(companyId), facts }
}
