import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { companies, companyMembers, type ImportSettings, imports } from '@/db/schema'
import type { Actor } from '@/db/transaction'
import type { ImportState, MemberRole } from '@/db/values'
import { isOperator, requirePerson } from '@/lib/companies/queries'
import { mayAs } from '@/lib/companies/rules'
import { Forbidden, NotFound } from '@/lib/outcome'

/** The operator's own import of a board, which belongs to no company; null when there is none. */
export async function findImport(adapter: string, board: string): Promise<number | null> {
  const [row] = await db()
    .select({ sourceId: imports.sourceId })
    .from(imports)
    .where(and(eq(imports.adapter, adapter), eq(imports.board, board), isNull(imports.companyId)))
  return row?.sourceId ?? null
}

export type ImportOf = {
  sourceId: number
  publicId: string
  companyId: number | null
  companySlug: string | null
  state: ImportState
  settings: ImportSettings
  /** Its company wants nothing imported. */
  refusesImports: boolean
}

/**
 * An import of the person's company, in which they have at least this role; an operator has every import. Null to everybody else, and
 * when it is ending: nothing can be done with it any more.
 */
export async function findImportOf(
  { userId }: { userId: string },
  publicId: string,
  needed: MemberRole,
): Promise<ImportOf | null> {
  const found = await readImport(userId, publicId)
  return found?.isAllowed(needed) ? found.row : null
}

/** The same for a write. Throws NotFound for one that is absent or another company's, Forbidden when the role is too small. */
export async function requireImportOf(actor: Actor, publicId: string, needed: MemberRole): Promise<ImportOf> {
  const found = await readImport(requirePerson(actor), publicId)
  if (!found) throw new NotFound()
  if (!found.isAllowed(needed)) throw new Forbidden()
  return found.row
}

async function readImport(userId: string, publicId: string) {
  const [found] = await db()
    .select({
      sourceId: imports.sourceId,
      publicId: imports.publicId,
      companyId: imports.companyId,
      companySlug: companies.slug,
      state: imports.state,
      settings: imports.settings,
      refusesImports: sql<boolean>`${companies.importsRefusedAt} is not null`,
      role: companyMembers.role,
      isOperator: isOperator(userId),
    })
    .from(imports)
    .leftJoin(companies, eq(companies.id, imports.companyId))
    .leftJoin(
      companyMembers,
      and(eq(companyMembers.companyId, imports.companyId), eq(companyMembers.userId, userId)),
    )
    .where(and(eq(imports.publicId, publicId), ne(imports.state, 'ending')))
  if (!found || (found.role === null && !found.isOperator)) return null
  const { role, isOperator: isAdmin, ...row } = found
  const isAllowed = (needed: MemberRole) => isAdmin || (role !== null && mayAs(role, needed))
  return { row: row satisfies ImportOf as ImportOf, isAllowed }
}
