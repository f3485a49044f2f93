import { and, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { comments } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { requirePerson } from '@/lib/companies/queries'
import { getPageAt, type PageAt } from '@/lib/guides/page-at'
import { done, NotFound, type Outcome, refused } from '@/lib/outcome'
import { hrefOfComment } from './address'
import { tellOfAnswer, withdrawMailsOf } from './answer-mail'
import { settleReports } from './reports'
import { ANSWERS_PER_COMMENT, badgeOf, HELD_PER_PERSON, LINKS_OF_NEWCOMER, type Writer } from './rules'
import { linksIn } from './text'
import { isKnownHere, lockWriter } from './writer'

export type NotSaid = 'said-before' | 'too-many-links' | 'too-many-held'
/** `href` is where it stands, or where its writer sees it wait. */
export type Written = { id: string; isHeld: boolean; href: string }

/** Says something below a page. What a newcomer says is held until a moderator has read it. */
export async function writeComment(
  actor: Actor,
  { page: href, text }: { page: string; text: string },
): Promise<Outcome<NotSaid, Written>> {
  const userId = requirePerson(actor)
  const page = await getPageAt(href)
  if (!page) throw new NotFound()
  return inTransaction<NotSaid, Written>(actor, async (tx) => {
    const writer = await lockWriter(tx, userId)
    return say(tx, actor, { writer, page, text, parentId: null })
  })
}

/** Answers a comment that is shown; answers themselves have none. */
export async function answerComment(
  actor: Actor,
  { id, text }: { id: string; text: string },
): Promise<Outcome<NotSaid | 'full', Written>> {
  const userId = requirePerson(actor)
  return inTransaction<NotSaid | 'full', Written>(actor, async (tx) => {
    const writer = await lockWriter(tx, userId)
    const [parent] = await tx
      .select({ page: comments.page })
      .from(comments)
      .where(and(eq(comments.id, id), eq(comments.state, 'shown'), isNull(comments.parentId)))
      .for('no key update')
    const page = parent && (await getPageAt(parent.page))
    if (!page) throw new NotFound()
    if (!(await hasRoom(tx, id))) return refused('full')
    return say(tx, actor, { writer, page, text, parentId: id })
  })
}

/** Its own writer takes a comment off the page, and with it the reason to be mailed about answers. */
export async function takeBackComment(
  actor: Actor,
  { id }: { id: string },
): Promise<Outcome<never, { page: string }>> {
  const userId = requirePerson(actor)
  return inTransaction(actor, async (tx) => {
    await lockWriter(tx, userId)
    const [comment] = await tx
      .select({ page: comments.page, state: comments.state })
      .from(comments)
      .where(and(eq(comments.id, id), eq(comments.userId, userId)))
      .for('no key update')
    if (!comment) throw new NotFound()
    // Removed by a moderator it stays so; taken back a second time nothing is left to do.
    if (comment.state === 'removed') return done({ page: comment.page })
    await tx
      .update(comments)
      .set({ state: 'removed', decidedAt: sql`now()`, decidedBy: userId })
      .where(eq(comments.id, id))
    await settleReports(tx, id)
    await withdrawMailsOf(tx, id)
    await recordAudit(tx, actor, { action: 'comment.taken_back', objectKind: 'comment', objectId: id })
    return done({ page: comment.page })
  })
}

/** Of a comment that is locked. */
export async function hasRoom(tx: Tx, id: string): Promise<boolean> {
  const answers = await tx.$count(comments, and(eq(comments.parentId, id), eq(comments.state, 'shown')))
  return answers < ANSWERS_PER_COMMENT
}

type Saying = { writer: Writer & { userId: string }; page: PageAt; text: string; parentId: string | null }

async function say(tx: Tx, actor: Actor, saying: Saying): Promise<Outcome<NotSaid, Written>> {
  const { writer, page, text, parentId } = saying
  const before = await saidBefore(tx, saying)
  if (before.isSame) return refused('said-before')
  const isHeld = badgeOf(writer, page.authorEmail) === null && !before.isKnown
  if (isHeld && linksIn(text) > LINKS_OF_NEWCOMER) return refused('too-many-links')
  if (isHeld && before.held >= HELD_PER_PERSON) return refused('too-many-held')
  const [made] = await tx
    .insert(comments)
    .values({
      page: page.href,
      userId: writer.userId,
      parentId,
      body: text,
      state: isHeld ? 'held' : 'shown',
    })
    .returning({ id: comments.id })
  if (!made) throw new Error('a comment was not written')
  const facts = { page: page.href, isHeld, ...(parentId ? { answers: parentId } : {}) }
  await recordAudit(tx, actor, { action: 'comment.written', objectKind: 'comment', objectId: made.id, facts })
  if (!isHeld) await tellOfAnswer(tx, { id: made.id, page })
  const href = isHeld ? `${page.href}#comments` : await hrefOfComment(made.id, tx)
  return done({ id: made.id, isHeld, href })
}

/** What this person said until now, by the lock that they hold. What they took back themselves they may say again. */
async function saidBefore(tx: Tx, { writer: { userId }, page, text }: Saying) {
  const counted = (which: SQL | undefined) => sql<number>`(count(*) filter (where ${which}))::int`
  const notTakenBack = or(
    ne(comments.state, 'removed'),
    sql`${comments.decidedBy} is distinct from ${userId}`,
  )
  const [row] = await tx
    .select({
      same: counted(and(eq(comments.page, page.href), eq(comments.body, text), notTakenBack)),
      held: counted(eq(comments.state, 'held')),
      isKnown: isKnownHere(userId),
    })
    .from(comments)
    .where(eq(comments.userId, userId))
  return { isSame: (row?.same ?? 0) > 0, held: row?.held ?? 0, isKnown: row?.isKnown ?? false }
}
