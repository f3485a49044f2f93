import { and, eq, isNull, sql } from 'drizzle-orm'
import { commentReports, comments, users } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { requirePerson } from '@/lib/companies/queries'
import { getPageAt } from '@/lib/guides/page-at'
import { done, NotFound, type Outcome, refused } from '@/lib/outcome'
import { withdrawMailsOf } from './answer-mail'
import { badgeOf, REPORTS_THAT_HOLD } from './rules'
import { isKnownHere, lockWriter, writerColumns } from './writer'

/** Says that a comment should not stand there: once for each person, and not of their own. */
export async function reportComment(
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome<'own' | 'reported-before', { page: string }>> {
  const userId = requirePerson(actor)
  return inTransaction<'own' | 'reported-before', { page: string }>(actor, async (tx) => {
    await lockWriter(tx, userId)
    const [comment] = await tx
      .select({ page: comments.page, userId: comments.userId })
      .from(comments)
      .where(and(eq(comments.id, id), eq(comments.state, 'shown')))
      .for('no key update')
    if (!comment) throw new NotFound()
    if (comment.userId === userId) return refused('own')
    const added = await tx
      .insert(commentReports)
      .values({ commentId: id, userId, reason })
      .onConflictDoNothing()
      .returning({ at: commentReports.at })
    if (added.length === 0) return refused('reported-before')
    await recordAudit(tx, actor, { action: 'comment.reported', objectKind: 'comment', objectId: id })
    if (await isDoubted(tx, id)) await hold(tx, actor, id)
    return done({ page: comment.page })
  })
}

/** A moderator has looked, or there is nothing left to look at. */
export async function settleReports(tx: Tx, id: string): Promise<void> {
  await tx
    .update(commentReports)
    .set({ settledAt: sql`now()` })
    .where(and(eq(commentReports.commentId, id), isNull(commentReports.settledAt)))
}

/** Enough people who are known here doubt it, and no moderator has kept it in spite of reports. */
async function isDoubted(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.execute<{ known: number; settled: number }>(sql`
    select count(*) filter (where ${isKnownHere(sql`r.user_id`)})::int as known, count(r.settled_at)::int as settled
    from comment_reports r where r.comment_id = ${id}`)
  const [row] = rows
  if (!row || row.settled > 0 || row.known < REPORTS_THAT_HOLD) return false
  return !(await isInTheNameOfBoard(tx, id))
}

async function isInTheNameOfBoard(tx: Tx, id: string): Promise<boolean> {
  const [said] = await tx
    .select({ page: comments.page, ...writerColumns })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.userId))
    .where(eq(comments.id, id))
  if (!said) return false
  const page = await getPageAt(said.page)
  return badgeOf(said, page?.authorEmail ?? null) !== null
}

async function hold(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx
    .update(comments)
    .set({ state: 'held', decidedAt: null, decidedBy: null })
    .where(eq(comments.id, id))
  await withdrawMailsOf(tx, id)
  await recordAudit(tx, actor, { action: 'comment.held_by_reports', objectKind: 'comment', objectId: id })
}
