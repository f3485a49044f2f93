import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { comments } from '@/db/schema'
import type { Viewer } from '@/lib/accounts/viewer'
import { getPageAt } from '@/lib/guides/page-at'
import { COMMENTS_SHOWN } from './address'
import { ANSWERS_PER_COMMENT } from './rules'
import { inOrder, reportedBy, type Said, type SaidRow, saidBy, selectSaid } from './said'

export type WhyHidden = 'taken-back' | 'removed' | 'held'
/** A comment with its answers. One that is not shown any more stands there without text and name while its answers do. */
export type Thread =
  | { id: string; said: Said; answers: Said[] }
  | { id: string; hidden: WhyHidden; answers: Said[] }

export type CommentsOfPage = {
  /** All that are shown below the page, answers too. */
  count: number
  threads: Thread[]
  /** From which comment on the rest stands. */
  next: string | null
  isFirst: boolean
}

/** What is shown below a page, the oldest first: a part of it, from the comment `from` on. */
export async function getComments(
  href: string,
  viewer: Viewer,
  from: string | null,
): Promise<CommentsOfPage> {
  const later = from ? await selectThreads(href, startingAt(href, from)) : []
  const isFirst = later.length === 0
  const found = isFirst ? await selectThreads(href) : later
  if (found.length === 0) return { count: 0, threads: [], next: null, isFirst }
  const parents = found.slice(0, COMMENTS_SHOWN)
  const answers = await selectAnswers(parents.map(({ id }) => id))
  const reported = await reportedBy(viewer, [...parents, ...answers])
  const authorEmail = (await getPageAt(href))?.authorEmail ?? null
  const shown = (row: SaidRow) => saidBy(row, { authorEmail, viewer, reported })
  return {
    count: await db().$count(comments, and(eq(comments.page, href), eq(comments.state, 'shown'))),
    threads: parents.map((row) => ({
      id: row.id,
      ...(row.state === 'shown' ? { said: shown(row) } : { hidden: whyHidden(row) }),
      answers: answers.filter(({ parentId }) => parentId === row.id).map(shown),
    })),
    next: found[COMMENTS_SHOWN]?.id ?? null,
    isFirst,
  }
}

async function selectThreads(href: string, part?: SQL) {
  const isSeen = sql`(${comments.state} = 'shown' or exists (
    select from comments a where a.parent_id = ${comments.id} and a.state = 'shown'))`
  return selectSaid()
    .where(and(eq(comments.page, href), isNull(comments.parentId), isSeen, part))
    .orderBy(...inOrder)
    .limit(COMMENTS_SHOWN + 1)
}

function startingAt(href: string, from: string): SQL {
  return sql`(${comments.createdAt}, ${comments.id}) >= (
    select f.created_at, f.id from comments f where f.id = ${from} and f.page = ${href} and f.parent_id is null)`
}

async function selectAnswers(parents: string[]) {
  return selectSaid()
    .where(and(inArray(comments.parentId, parents), eq(comments.state, 'shown')))
    .orderBy(...inOrder)
    .limit(COMMENTS_SHOWN * ANSWERS_PER_COMMENT)
}

function whyHidden({ state, isTakenBack }: SaidRow): WhyHidden {
  if (state === 'held') return 'held'
  return isTakenBack ? 'taken-back' : 'removed'
}

export type WaitingComment = { id: string; text: string; at: string; isAnswer: boolean }

/** What its writer sees of their own below a page and nobody else does, the oldest first. */
export async function listOwnWaiting(viewer: Viewer, href: string): Promise<WaitingComment[]> {
  if (!viewer) return []
  const rows = await db()
    .select({ id: comments.id, text: comments.body, at: comments.createdAt, parentId: comments.parentId })
    .from(comments)
    .where(and(eq(comments.userId, viewer.userId), eq(comments.page, href), eq(comments.state, 'held')))
    .orderBy(...inOrder)
    .limit(COMMENTS_SHOWN)
  return rows.map(({ parentId, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    isAnswer: parentId !== null,
  }))
}
