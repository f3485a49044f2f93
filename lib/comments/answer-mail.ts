import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { comments, users } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import type { PageAt } from '@/lib/guides/page-at'
import { enqueueMail, withdrawMailWithKeys } from '@/lib/mail/commands'
import { type ComposedMail, composeMail } from '@/lib/mail/templates'
import { hrefOfComment } from './address'
import { badgeOf, shownName } from './rules'
import { writerColumns } from './writer'

const answered = alias(comments, 'answered')
const asker = alias(users, 'asker')

/** Mails whoever is answered by it, once, where both can be read; nothing where it answers nobody, or its own writer. */
export async function tellOfAnswer(tx: Tx, { id, page }: { id: string; page: PageAt }): Promise<void> {
  const [answer] = await tx
    .select({
      text: comments.body,
      name: users.name,
      to: asker.email,
      answeredId: answered.id,
      ...writerColumns,
    })
    .from(comments)
    .innerJoin(users, eq(users.id, comments.userId))
    .innerJoin(answered, and(eq(answered.id, comments.parentId), ne(answered.userId, comments.userId)))
    .innerJoin(asker, and(eq(asker.id, answered.userId), isNull(asker.disabledAt)))
    .where(and(eq(comments.id, id), eq(comments.state, 'shown'), eq(answered.state, 'shown')))
  if (!answer) return
  const { to, text, answeredId } = answer
  const name = shownName(answer.name, badgeOf(answer, page.authorEmail))
  const href = await hrefOfComment(id, tx)
  const mail = answerMail({ title: page.title, name, text, href, answeredId })
  const headers = { 'Auto-Submitted': 'auto-generated' }
  await enqueueMail(tx, { key: keyOf(id), kind: 'alert', to, headers, ...mail })
}

/** Mails about a comment, or about the answers to it, that have not left yet. */
export async function withdrawMailsOf(tx: Tx, id: string): Promise<void> {
  const gone = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(sql`${comments.id} = ${id} or ${comments.parentId} = ${id}`)
  await withdrawMailWithKeys(
    tx,
    gone.map((comment) => keyOf(comment.id)),
  )
}

function keyOf(answerId: string): string {
  return `comment-answer:${answerId}`
}

type AnswerMail = { title: string; name: string; text: string; href: string; answeredId: string }

function answerMail({ title, name, text, href, answeredId }: AnswerMail): ComposedMail {
  return composeMail({
    subject: `An answer to your comment on “${title}”`,
    parts: [{ text: `${name} wrote:` }, { text }, { button: { label: 'Read it on its page', href } }],
    why: 'You get this mail because your comment was answered. Take the comment back, and no more mails about it come.',
    foot: [{ label: 'Your comment', href: `/comments/${answeredId}` }],
  })
}
