import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { Tx } from '@/db/transaction'

/** Comments of a page that are shown at once, each with its answers. */
export const COMMENTS_SHOWN = 50

/** Where a comment can be read: on its page, from a later place on where it does not stand among the first. */
export async function hrefOfComment(id: string, tx: Tx = db()): Promise<string> {
  const { rows } = await tx.execute<{ page: string; thread: string; before: number }>(sql`
    select t.page, t.id as thread, (
      select count(*)::int from (
        select from comments b
        where b.page = t.page and b.parent_id is null and (b.created_at, b.id) < (t.created_at, t.id)
        limit ${COMMENTS_SHOWN}
      ) earlier
    ) as before
    from comments c join comments t on t.id = coalesce(c.parent_id, c.id) where c.id = ${id}`)
  const [at] = rows
  if (!at) throw new Error('a comment is gone')
  const from = at.before < COMMENTS_SHOWN ? '' : `?comments=${at.thread}`
  return `${at.page}${from}#comment-${id}`
}
