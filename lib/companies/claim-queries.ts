import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { companies, companyClaims, companyMembers, users } from '@/db/schema'
import type { ClaimState } from './claims'

export type ClaimOf = {
  id: string
  domain: string
  token: string
  state: ClaimState
  lastError: string | null
  /** Null while the look at it goes on. */
  checkedAt: string | null
  /** The operator looks at it. */
  isWaiting: boolean
}

export type ClaimPage = { slug: string; name: string; hasPeople: boolean; claims: ClaimOf[] }

/** A company and what this person says of it; null when there is no such company. */
export async function getClaimPage(userId: string, slug: string): Promise<ClaimPage | null> {
  const [company] = await db()
    .select({ id: companies.id, slug: companies.slug, name: companies.name, hasPeople: hasPeople() })
    .from(companies)
    .where(eq(companies.slug, slug))
  if (!company) return null
  const rows = await db()
    .select({
      id: companyClaims.id,
      domain: companyClaims.domain,
      token: companyClaims.token,
      state: companyClaims.state,
      lastError: companyClaims.lastError,
      checkedAt: companyClaims.checkedAt,
      isWaiting: isWaiting(),
    })
    .from(companyClaims)
    .innerJoin(users, eq(users.id, companyClaims.userId))
    .where(and(eq(companyClaims.companyId, company.id), eq(companyClaims.userId, userId)))
    .orderBy(asc(companyClaims.createdAt))
    .limit(10)
  const claims = rows.map((row) => ({ ...row, checkedAt: row.checkedAt?.toISOString() ?? null }))
  return { slug: company.slug, name: company.name, hasPeople: company.hasPeople, claims }
}

export type WaitingClaim = {
  id: string
  domain: string
  /** Else their address is at the domain, and that is all. */
  isProven: boolean
  email: string
  company: { slug: string; name: string; website: string | null; hasPeople: boolean }
  createdAt: string
}

/** What waits for the operator, the oldest first, at most a hundred. */
export async function listWaitingClaims(): Promise<WaitingClaim[]> {
  const rows = await db()
    .select({
      id: companyClaims.id,
      domain: companyClaims.domain,
      isProven: sql<boolean>`${companyClaims.state} = 'proven'`,
      email: users.email,
      slug: companies.slug,
      name: companies.name,
      website: companies.website,
      hasPeople: hasPeople(),
      createdAt: companyClaims.createdAt,
    })
    .from(companyClaims)
    .innerJoin(companies, eq(companies.id, companyClaims.companyId))
    .innerJoin(users, eq(users.id, companyClaims.userId))
    .where(isWaiting())
    .orderBy(asc(companyClaims.createdAt))
    .limit(100)
  return rows.map(({ slug, name, website, hasPeople, createdAt, ...row }) => ({
    ...row,
    company: { slug, name, website, hasPeople },
    createdAt: createdAt.toISOString(),
  }))
}

/**
 * SQL over claims and their users: the domain is proven and nothing here says that it is the company's; or it is not proven, but the
 * person has an address there.
 */
export function isWaiting() {
  const { state, domain } = companyClaims
  return sql<boolean>`(${state} = 'proven' or (${state} = 'open' and ${users.emailVerified} is not null
    and right(${users.email}, length(${domain}) + 1) = '@' || ${domain}))`
}

function hasPeople() {
  return sql<boolean>`exists (select from ${companyMembers} where ${companyMembers.companyId} = ${companies.id})`
}
