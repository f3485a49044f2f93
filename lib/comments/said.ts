import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { commentReports, comments, users } from '@/db/schema'
import type { Viewer } from '@/lib/accounts/viewer'
import { type Badge, badgeOf, shownName } from './rules'
import { writerColumns } from './writer'

/** A comment as a page prints it. */
export type Said = {
  id: string
  name: string
  badge: Badge | null
  text: string
  /** ISO 8601, UTC. */
  at: string
  isMine: boolean
  isReported: boolean
}

const columns = {
  id: comments.id,
  page: comments.page,
  text: comments.body,
  state: comments.state,
  parentId: comments.parentId,
  userId: comments.userId,
  at: comments.createdAt,
  isTakenBack: sql<boolean>`${comments.decidedBy} is not distinct from ${comments.userId}`,
  name: users.name,
  ...writerColumns,
}

export const inOrder = [asc(comments.createdAt), asc(comments.id)] as const

export function selectSaid() {
  return db().select(columns).from(comments).innerJoin(users, eq(users.id, comments.userId)).$dynamic()
}

export type SaidRow = Awaited<ReturnType<typeof selectSaid>>[number]

/** Which of these the viewer has reported. */
export async function reportedBy(viewer: Viewer, said: { id: string }[]): Promise<Set<string>> {
  if (!viewer) return new Set()
  const rows = await db()
    .select({ id: commentReports.commentId })
    .from(commentReports)
    .where(
      and(
        eq(commentReports.userId, viewer.userId),
        inArray(
          commentReports.commentId,
          said.map(({ id }) => id),
        ),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

type Around = { authorEmail: string | null; viewer: Viewer; reported: Set<string> }

export function saidBy(row: SaidRow, { authorEmail, viewer, reported }: Around): Said {
  const badge = badgeOf(row, authorEmail)
  return {
    id: row.id,
    name: shownName(row.name, badge),
    badge,
    text: row.text,
    at: row.at.toISOString(),
    isMine: row.userId === viewer?.userId,
    isReported: reported.has(row.id),
  }
}
