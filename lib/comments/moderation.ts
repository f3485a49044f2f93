import { and, eq, sql } from 'drizzle-orm'
import { commentReports, comments } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { getPageAt } from '@/lib/guides/page-at'
import { done, NotFound, type Outcome, refused } from '@/lib/outcome'
import { tellOfAnswer, withdrawMailsOf } from './answer-mail'
import { hasRoom } from './commands'
import type { CommentVerdict } from './input'
import { settleReports } from './reports'
import { requireEditor } from './writer'

type NotDecided = 'decided' | 'full'
type Waiting = { id: string; page: string; state: string; parentId: string | null }

/** A moderator shows what was held, keeps what was reported, or takes a comment away for a reason. */
export async function decideComment(
  actor: Actor,
  verdict: CommentVerdict,
): Promise<Outcome<NotDecided, { page: string }>> {
  const userId = await requireEditor(actor)
  return inTransaction<NotDecided, { page: string }>(actor, async (tx) => {
    const comment = await lockComment(tx, verdict.id)
    const refusal = await whyNot(tx, comment, verdict.verdict)
    if (refusal) return refused(refusal)
    await tx
      .update(comments)
      .set({
        state: verdict.verdict === 'remove' ? 'removed' : 'shown',
        decidedAt: sql`now()`,
        decidedBy: userId,
      })
      .where(eq(comments.id, comment.id))
    await settleReports(tx, comment.id)
    await recordAudit(tx, actor, {
      action: actions[verdict.verdict],
      objectKind: 'comment',
      objectId: comment.id,
      facts: { page: comment.page, ...(verdict.reason ? { reason: verdict.reason } : {}) },
    })
    if (verdict.verdict === 'remove') await withdrawMailsOf(tx, comment.id)
    if (verdict.verdict === 'approve') await tell(tx, comment)
    return done({ page: comment.page })
  })
}

const actions = { approve: 'comment.approved', keep: 'comment.kept', remove: 'comment.removed' }

async function lockComment(tx: Tx, id: string): Promise<Waiting> {
  const [comment] = await tx
    .select({ id: comments.id, page: comments.page, state: comments.state, parentId: comments.parentId })
    .from(comments)
    .where(eq(comments.id, id))
    .for('no key update')
  if (!comment) throw new NotFound()
  return comment
}

async function whyNot(
  tx: Tx,
  comment: Waiting,
  verdict: CommentVerdict['verdict'],
): Promise<NotDecided | null> {
  const { id, state, parentId } = comment
  if (verdict === 'remove') return state === 'removed' ? 'decided' : null
  if (verdict === 'keep') return state === 'shown' && (await hasOpenReports(tx, id)) ? null : 'decided'
  if (state !== 'held') return 'decided'
  if (!parentId) return null
  await lockComment(tx, parentId)
  return (await hasRoom(tx, parentId)) ? null : 'full'
}

async function hasOpenReports(tx: Tx, id: string): Promise<boolean> {
  const open = and(eq(commentReports.commentId, id), sql`${commentReports.settledAt} is null`)
  return (await tx.$count(commentReports, open)) > 0
}

/** Of a page that is gone nobody is told anything. */
async function tell(tx: Tx, { id, page: href }: Waiting): Promise<void> {
  const page = await getPageAt(href)
  if (page) await tellOfAnswer(tx, { id, page })
}
