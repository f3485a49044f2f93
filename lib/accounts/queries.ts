import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { authSessions, companies, companyMembers, mailedProofs, users } from '@/db/schema'
import { hashToken, isToken } from './secrets'
import { renewSession } from './sessions'
import type { Viewer, ViewerCompany } from './viewer'

/** The person of a session cookie with their companies, in one query. Anything that is no live session is nobody. */
export async function getViewer(sessionToken: string | undefined): Promise<Viewer> {
  if (!isToken(sessionToken)) return null
  const hash = hashToken(sessionToken)
  const [row] = await db()
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      kind: users.kind,
      isDemo: users.isDemo,
      isStale: sql<boolean>`${authSessions.expires} < now() + interval '29 days'`,
      companies: sql<ViewerCompany[]>`coalesce((
        select json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'role', m.role) order by c.name, c.id)
        from ${companyMembers} m join ${companies} c on c.id = m.company_id where m.user_id = ${users.id}), '[]')`,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(
      and(
        eq(authSessions.sessionToken, hash),
        gt(authSessions.expires, sql`now()`),
        isNull(users.disabledAt),
      ),
    )
  if (!row) return null
  const { isStale, ...viewer } = row
  if (isStale) await renewSession(hash)
  return viewer
}

export type OpenProof = { email: string }

/** A mailed link that still works, for the page with its button. Reading it uses nothing up: mail scanners open links. */
export async function getOpenProof(
  token: string | undefined,
  purpose: 'sign_in' | 'change_address',
  userId?: string,
): Promise<OpenProof | null> {
  if (!isToken(token)) return null
  const owner = userId ? eq(mailedProofs.userId, userId) : undefined
  return openProof(
    and(eq(mailedProofs.tokenHash, hashToken(token)), eq(mailedProofs.purpose, purpose), owner),
  )
}

/** The newest proof that was asked for in this browser: its code may be typed in here. */
export async function getProofOfFlow(flow: string | undefined): Promise<OpenProof | null> {
  if (!isToken(flow)) return null
  return openProof(and(eq(mailedProofs.flowHash, hashToken(flow)), eq(mailedProofs.purpose, 'sign_in')))
}

async function openProof(which: ReturnType<typeof and>): Promise<OpenProof | null> {
  const [row] = await db()
    .select({ email: mailedProofs.email })
    .from(mailedProofs)
    .where(and(which, isNull(mailedProofs.usedAt), gt(mailedProofs.expiresAt, sql`now()`)))
    .orderBy(sql`${mailedProofs.createdAt} desc, ${mailedProofs.id}`)
    .limit(1)
  return row ?? null
}
