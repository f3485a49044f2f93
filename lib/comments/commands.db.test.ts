import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { comments, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import type { Actor } from '@/db/transaction'
import { NotFound, SignInNeeded } from '@/lib/outcome'
import { answerComment, takeBackComment, writeComment } from './commands'
import { answered, editor, freshPage, known, person, plant, seen, wrote } from './fixtures'
import { newComment } from './input'
import { decideComment } from './moderation'
import { getComment } from './one-comment'
import { AUTHOR } from './page-fixtures'
import { getComments, listOwnWaiting } from './queries'
import { reportComment } from './reports'
import { HELD_PER_PERSON } from './rules'

testDb()
vi.mock('@/lib/guides/page-at', () => import('./page-fixtures'))

test('moderators and the author of the page are never held, and say in whose name they speak', async () => {
  const page = freshPage()
  const author = await person({ email: AUTHOR, name: 'Demo Author' })
  const { id } = await wrote(author, page)
  await answered(await editor(), id)
  await answered(author, id)
  const { threads } = await getComments(page, null, null)
  expect(threads).toMatchObject([
    { said: { badge: 'author', name: 'Demo Author' }, answers: [{ badge: 'editors' }, { badge: 'author' }] },
  ])
  expect(JSON.stringify(threads)).not.toContain('@')
  await db().update(users).set({ emailVerified: null }).where(eq(users.id, author.userId))
  expect((await getComments(page, null, null)).threads).toMatchObject([{ said: { badge: null } }])
  expect((await wrote(author, page)).isHeld).toBe(true)
})

test('only people who are signed in and not disabled write, answer, report or take back', async () => {
  const page = freshPage()
  const id = await plant(await known(), { page })
  const disabled = await editor()
  const own = await plant(disabled, { page })
  await db().update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, disabled.userId))
  for (const actor of [{ kind: 'visitor' } as const, disabled.actor]) {
    await expect(writeComment(actor, { page, text: 'x' })).rejects.toThrow(SignInNeeded)
    await expect(answerComment(actor, { id, text: 'x' })).rejects.toThrow(SignInNeeded)
    await expect(reportComment(actor, { id, reason: 'x' })).rejects.toThrow(SignInNeeded)
    await expect(takeBackComment(actor, { id: own })).rejects.toThrow(SignInNeeded)
  }
  expect(await seen(page)).toHaveLength(2)
})

test('there are comments below pages that are there, and answers to comments alone', async () => {
  const [writer, page] = [await known(), freshPage()]
  await expect(writeComment(writer.actor, { page: '/guides/none', text: 'x' })).rejects.toThrow(NotFound)
  await expect(answerComment(writer.actor, { id: randomUUID(), text: 'x' })).rejects.toThrow(NotFound)
  const answer = await answered(writer, (await wrote(writer, page)).id)
  await expect(answerComment(writer.actor, { id: answer.id, text: 'x' })).rejects.toThrow(NotFound)
})

test('a newcomer has five comments waiting, also when all are sent at once', async () => {
  const [page, newcomer] = [freshPage(), await person()]
  const texts = Array.from({ length: HELD_PER_PERSON + 3 }, (_, n) => `Remark ${n}`)
  const sent = await Promise.all(texts.map((text) => writeComment(newcomer.actor, { page, text })))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(HELD_PER_PERSON)
  expect(sent.filter((one) => !one.ok && one.reason === 'too-many-held')).toHaveLength(3)
  const [first] = await listOwnWaiting(newcomer, page)
  await takeBackComment(newcomer.actor, { id: first!.id })
  expect(await wrote(newcomer, page)).toMatchObject({ isHeld: true })
})

test('the same is said once on a page, also when it is sent twice at once, and again when it was taken back', async () => {
  const [page, writer] = [freshPage(), await known()]
  const again = { ok: false, reason: 'said-before' }
  const sent = await Promise.all([1, 2].map(() => writeComment(writer.actor, { page, text: 'Same' })))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  expect(sent).toContainEqual(again)
  expect((await wrote(writer, freshPage(), 'Same')).isHeld).toBe(false)
  const [id = ''] = sent.flatMap((one) => (one.ok ? [one.value.id] : []))
  await takeBackComment(writer.actor, { id })
  const second = await wrote(writer, page, 'Same')
  await decideComment((await editor()).actor, { id: second.id, verdict: 'remove', reason: 'other' })
  expect(await writeComment(writer.actor, { page, text: 'Same' })).toEqual(again)
})

test('a form that is sent twice writes once', async () => {
  const [page, writer] = [freshPage(), await known()]
  const idempotency = { key: randomUUID(), route: 'comments.write', body: '{}' }
  const actor: Actor = { ...writer.actor, request: { id: 'r', idempotency } }
  const sent = await Promise.all([1, 2].map(() => writeComment(actor, { page, text: 'Once' })))
  expect(sent[0]).toMatchObject({ ok: true })
  expect(sent[1]).toEqual(sent[0])
  expect(await seen(page)).toEqual(['Once'])
})

test('a newcomer links to two places, somebody known to more', async () => {
  const page = freshPage()
  const text = 'https://a.example http://b.example www.c.example'
  const newcomer = await person()
  expect(await writeComment(newcomer.actor, { page, text })).toEqual({ ok: false, reason: 'too-many-links' })
  expect(await wrote(newcomer, page, 'https://a.example http://b.example')).toMatchObject({ isHeld: true })
  expect(await wrote(await known(), page, text)).toMatchObject({ isHeld: false })
})

test('hostile text is stored and read back as text', async () => {
  const [page, writer] = [freshPage(), await known()]
  const texts = [
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    "'; drop table comments; --",
    '🦀'.repeat(4000),
    'a\u0301'.repeat(2000),
    '%s $1 {{x}} \\u0000',
  ]
  for (const typed of [...texts, '\u202eevil\u0000\u2066'])
    await wrote(writer, page, newComment.parse({ page, text: typed }).text)
  expect(await seen(page)).toEqual([...texts, 'evil'])
})

test('a comment that its writer took back leaves a mark while answers stand under it, without text and name', async () => {
  const page = freshPage()
  const [writer, other] = [await known('Demo Candidate'), await known()]
  const first = await wrote(writer, page, 'Taken back')
  const second = await wrote(writer, page, 'Alone')
  const answer = await answered(other, first.id, 'Answer')
  await expect(takeBackComment(other.actor, { id: first.id })).rejects.toThrow(NotFound)
  for (const { id } of [first, first, second])
    expect(await takeBackComment(writer.actor, { id })).toMatchObject({ ok: true })
  const { threads, count } = await getComments(page, writer, null)
  expect(threads).toMatchObject([{ id: first.id, hidden: 'taken-back', answers: [{ text: 'Answer' }] }])
  expect(JSON.stringify(threads)).not.toMatch(/Taken back|Demo Candidate/)
  expect(count).toBe(1)
  expect(await getComment(first.id, writer)).toBeNull()
  await takeBackComment(other.actor, { id: answer.id })
  expect(await seen(page)).toEqual([])
})

test('a person who is deleted takes their comments along', async () => {
  const [page, writer, other] = [freshPage(), await known(), await known()]
  const { id } = await wrote(writer, page)
  await answered(other, id)
  await reportComment(other.actor, { id, reason: 'No' })
  await db().delete(users).where(eq(users.id, writer.userId))
  expect(await db().$count(comments, eq(comments.page, page))).toBe(0)
})
