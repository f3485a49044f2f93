import { and, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { companies, companyMembers, users } from '@/db/schema'
import type { Actor } from '@/db/transaction'
import type { MemberRole } from '@/db/values'
import { Forbidden, NotFound, SignInNeeded } from '@/lib/outcome'
import { mayAs } from './rules'

export type CompanyToEdit = {
  id: number
  slug: string
  name: string
  website: string | null
  about: string
  role: MemberRole
  refusesImports: boolean
}

/** The company as its members see it; null to everybody else. */
export async function getCompanyOf(userId: string, slug: string): Promise<CompanyToEdit | null> {
  const [row] = await db()
    .select({
      id: companies.id,
      slug: companies.slug,
      name: companies.name,
      website: companies.website,
      about: companies.about,
      role: companyMembers.role,
      refusesImports: sql<boolean>`${companies.importsRefusedAt} is not null`,
    })
    .from(companies)
    .innerJoin(
      companyMembers,
      and(eq(companyMembers.companyId, companies.id), eq(companyMembers.userId, userId)),
    )
    .where(eq(companies.slug, slug))
  return row ?? null
}

type Company = { id: number } | { slug: string }

/** Throws NotFound for a company that is absent or not the actor's, Forbidden when their role there is too small. */
export async function requireMember(
  actor: Actor,
  company: Company,
  needed: MemberRole,
): Promise<{ companyId: number; slug: string; role: MemberRole; userId: string }> {
  const userId = requirePerson(actor)
  const [row] = await db()
    .select({ companyId: companies.id, slug: companies.slug, role: companyMembers.role })
    .from(companyMembers)
    .innerJoin(companies, eq(companies.id, companyMembers.companyId))
    .where(
      and(
        eq(companyMembers.userId, userId),
        'id' in company ? eq(companies.id, sql`${company.id}::bigint`) : eq(companies.slug, company.slug),
      ),
    )
  if (!row) throw new NotFound()
  if (!mayAs(row.role, needed)) throw new Forbidden()
  return { ...row, userId }
}

/** The person who acts; throws SignInNeeded for a visitor. */
export function requirePerson(actor: Actor): string {
  if (actor.kind !== 'person') throw new SignInNeeded()
  return actor.userId
}

/** SQL: whether this person runs the board. */
export function isOperator(userId: string): SQL<boolean> {
  return sql<boolean>`exists (select from ${users} where id = ${userId} and kind = 'admin' and disabled_at is null)`
}

/** Throws NotFound for everybody but operators: what is theirs does not exist for others. */
export async function requireOperator(actor: Actor): Promise<string> {
  const userId = requirePerson(actor)
  const { rows } = await db().execute<{ isOperator: boolean }>(
    sql`select ${isOperator(userId)} as "isOperator"`,
  )
  if (!rows[0]?.isOperator) throw new NotFound()
  return userId
}
