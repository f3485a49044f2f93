import { randomUUID } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { comments, mailOutbox, users } from '@/db/schema'
import type { Actor } from '@/db/transaction'
import type { PersonKind } from '@/db/values'
import type { SignedIn } from '@/lib/accounts/viewer'
import { plantPerson } from '@/lib/jobs/publishing-fixtures'
import { answerComment, writeComment } from './commands'
import { getComments, type Thread } from './queries'

export function freshPage(): string {
  return `/glossary/${randomUUID()}`
}

export type Person = SignedIn & { actor: Actor & { kind: 'person' } }

export async function person(
  facts: { kind?: PersonKind; email?: string; name?: string } = {},
): Promise<Person> {
  const actor = await plantPerson()
  const { kind = 'member', email = `${actor.userId}@example.org`, name = null } = facts
  await db()
    .update(users)
    .set({ kind, email, name, emailVerified: sql`now()` })
    .where(eq(users.id, actor.userId))
  return { actor, userId: actor.userId, name, email, kind, isDemo: false, companies: [] }
}

export function editor(): Promise<Person> {
  return person({ kind: 'moderator' })
}

/** Somebody of whom a moderator has approved something, on another page. */
export async function known(name?: string): Promise<Person> {
  const one = await person(name ? { name } : {})
  await plant(one, { decidedAt: new Date() })
  return one
}

export async function plant(by: Person, facts: Partial<typeof comments.$inferInsert> = {}): Promise<string> {
  const [made] = await db()
    .insert(comments)
    .values({
      page: freshPage(),
      userId: by.userId,
      body: `A remark ${randomUUID()}`,
      state: 'shown',
      ...facts,
    })
    .returning({ id: comments.id })
  if (!made) throw new Error('no comment')
  return made.id
}

export async function wrote(by: Person, page: string, text = `A remark ${randomUUID()}`) {
  const outcome = await writeComment(by.actor, { page, text })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

export async function answered(by: Person, id: string, text = `An answer ${randomUUID()}`) {
  const outcome = await answerComment(by.actor, { id, text })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

export async function stateOf(id: string): Promise<string | undefined> {
  const [row] = await db().select({ state: comments.state }).from(comments).where(eq(comments.id, id))
  return row?.state
}

/** What is said, or why nothing is. */
export function textsOf(threads: Thread[]): string[] {
  return threads.map((thread) => ('said' in thread ? thread.said.text : thread.hidden))
}

export async function seen(page: string, viewer: SignedIn | null = null): Promise<string[]> {
  return textsOf((await getComments(page, viewer, null)).threads)
}

export async function mailsAbout(...answers: string[]) {
  const keys = answers.map((id) => `comment-answer:${id}`)
  return db()
    .select({ to: mailOutbox.toAddress, state: mailOutbox.state, text: mailOutbox.text })
    .from(mailOutbox)
    .where(inArray(mailOutbox.key, keys))
}
