import { and, eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditLog, commentReports, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { NotFound, SignInNeeded } from '@/lib/outcome'
import { answerComment, takeBackComment } from './commands'
import {
  answered,
  editor,
  freshPage,
  known,
  type Person,
  person,
  plant,
  seen,
  stateOf,
  wrote,
} from './fixtures'
import { decideComment } from './moderation'
import { getComment } from './one-comment'
import { getComments, listOwnWaiting } from './queries'
import { listWaitingComments } from './queue'
import { reportComment } from './reports'

testDb()
vi.mock('@/lib/guides/page-at', () => import('./page-fixtures'))

const decided = { ok: false, reason: 'decided' }

async function queued(id: string) {
  return (await listWaitingComments()).comments.find((one) => one.id === id)
}

async function reportAll(people: Person[], id: string): Promise<void> {
  await Promise.all(people.map(({ actor }) => reportComment(actor, { id, reason: 'No' })))
}

test('what a newcomer writes is seen by its writer and moderators alone, until one of them approves it', async () => {
  const [page, newcomer, other, moderator] = [freshPage(), await person(), await person(), await editor()]
  const { id, isHeld } = await wrote(newcomer, page, 'First words')
  expect(isHeld).toBe(true)
  for (const viewer of [null, newcomer, other, moderator]) expect(await seen(page, viewer)).toEqual([])
  expect(await listOwnWaiting(newcomer, page)).toMatchObject([{ id, text: 'First words' }])
  expect(await listOwnWaiting(other, page)).toEqual([])
  expect(await listOwnWaiting(null, page)).toEqual([])
  expect(await getComment(id, newcomer)).toMatchObject({ isHeld: true })
  expect(await getComment(id, moderator)).toMatchObject({ isHeld: true })
  expect(await getComment(id, other)).toBeNull()
  await expect(answerComment(other.actor, { id, text: 'Early' })).rejects.toThrow(NotFound)
  await expect(reportComment(other.actor, { id, reason: 'Early' })).rejects.toThrow(NotFound)

  expect(await decideComment(moderator.actor, { id, verdict: 'approve' })).toMatchObject({ ok: true })
  expect(await seen(page)).toEqual(['First words'])
  expect(await decideComment(moderator.actor, { id, verdict: 'approve' })).toEqual(decided)
  expect((await wrote(newcomer, page)).isHeld).toBe(false)
  expect((await getComments(page, null, null)).count).toBe(2)
})

test('only moderators and operators who are not disabled decide', async () => {
  const [page, disabled] = [freshPage(), await editor()]
  await db().update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, disabled.userId))
  const writer = await person()
  const { id } = await wrote(writer, page)
  await expect(decideComment({ kind: 'visitor' }, { id, verdict: 'approve' })).rejects.toThrow(SignInNeeded)
  for (const { actor } of [disabled, writer, await known()])
    await expect(decideComment(actor, { id, verdict: 'approve' })).rejects.toThrow(NotFound)
  expect(await stateOf(id)).toBe('held')
  const operator = await person({ kind: 'admin' })
  expect(await decideComment(operator.actor, { id, verdict: 'approve' })).toMatchObject({ ok: true })
})

test('of two moderators at once one decides', async () => {
  const { id } = await wrote(await person(), freshPage())
  const [one, two] = [await editor(), await editor()]
  const outcomes = await Promise.all([
    decideComment(one.actor, { id, verdict: 'approve' }),
    decideComment(two.actor, { id, verdict: 'approve' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual(decided)
})

test('a newcomer whose approved comment was removed is one again', async () => {
  const [page, writer] = [freshPage(), await person()]
  const approved = await plant(writer, { decidedAt: new Date() })
  expect((await wrote(writer, page)).isHeld).toBe(false)
  await decideComment((await editor()).actor, { id: approved, verdict: 'remove', reason: 'advertising' })
  expect((await wrote(writer, page)).isHeld).toBe(true)
})

test('what a moderator removed stays removed, its reason is kept, and its writer cannot make it their own doing', async () => {
  const [page, writer, moderator] = [freshPage(), await known(), await editor()]
  const { id } = await wrote(writer, page)
  await answered(writer, id)
  await decideComment(moderator.actor, { id, verdict: 'remove', reason: 'off-topic' })
  await takeBackComment(writer.actor, { id })
  expect(await seen(page)).toEqual(['removed'])
  expect(await decideComment(moderator.actor, { id, verdict: 'remove', reason: 'rude' })).toEqual(decided)
  const [row] = await db()
    .select({ facts: auditLog.facts, by: auditLog.actorId })
    .from(auditLog)
    .where(and(eq(auditLog.objectId, id), eq(auditLog.action, 'comment.removed')))
  expect(row).toEqual({ facts: { page, reason: 'off-topic' }, by: moderator.userId })
})

test('a person reports a comment once, and not their own; a moderator keeps it', async () => {
  const page = freshPage()
  const [writer, reader, moderator] = [await known(), await person(), await editor()]
  const { id } = await wrote(writer, page)
  expect(await reportComment(writer.actor, { id, reason: 'Mine' })).toEqual({ ok: false, reason: 'own' })
  const sent = await Promise.all([1, 2].map(() => reportComment(reader.actor, { id, reason: 'It sells' })))
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
  expect(sent).toContainEqual({ ok: false, reason: 'reported-before' })
  const saidTo = async (viewer: Person) => (await getComments(page, viewer, null)).threads
  expect(await saidTo(reader)).toMatchObject([{ said: { isReported: true, isMine: false } }])
  expect(await saidTo(writer)).toMatchObject([{ said: { isReported: false, isMine: true } }])
  expect(await queued(id)).toMatchObject({
    reports: 1,
    reasons: ['It sells'],
    isHeld: false,
    page: { href: page },
  })
  expect(await decideComment(moderator.actor, { id, verdict: 'keep' })).toMatchObject({ ok: true })
  expect(await queued(id)).toBeUndefined()
  expect(await decideComment(moderator.actor, { id, verdict: 'keep' })).toEqual(decided)
  expect(await seen(page)).toHaveLength(1)
})

test('three reports of people who are known here hold a comment, also all at once; those of newcomers do not', async () => {
  const [page, writer, moderator] = [freshPage(), await known(), await editor()]
  const { id } = await wrote(writer, page, 'Doubted')
  await reportAll(await Promise.all([person(), person(), person(), person()]), id)
  expect(await stateOf(id)).toBe('shown')
  await reportAll(await Promise.all([known(), known()]), id)
  expect(await stateOf(id)).toBe('shown')
  await reportAll([await known()], id)
  expect(await stateOf(id)).toBe('held')
  expect(await seen(page)).toEqual([])
  expect(await listOwnWaiting(writer, page)).toMatchObject([{ id }])
  expect(await queued(id)).toMatchObject({ isHeld: true, reports: 7 })

  await decideComment(moderator.actor, { id, verdict: 'approve' })
  expect(await seen(page)).toEqual(['Doubted'])
  await reportAll(await Promise.all([known(), known(), known(), known()]), id)
  expect(await stateOf(id)).toBe('shown')
  expect(await queued(id)).toMatchObject({ isHeld: false, reports: 4 })
  const open = and(eq(commentReports.commentId, id), sql`settled_at is null`)
  expect(await db().$count(commentReports, open)).toBe(4)

  const atOnce = await wrote(writer, page, 'Doubted at once')
  await reportAll(await Promise.all([known(), known(), known()]), atOnce.id)
  expect(await stateOf(atOnce.id)).toBe('held')
})

test('a moderator who reads an answer sees what it answers', async () => {
  const { id } = await wrote(await known(), freshPage(), 'A question')
  const answer = await answered(await person(), id)
  expect(await queued(answer.id)).toMatchObject({ isHeld: true, answers: 'A question' })
  await reportAll([await person()], id)
  expect(await queued(id)).toMatchObject({ isHeld: false, answers: null })
})

test('reports do not hold what is said in the name of the board', async () => {
  const { id } = await wrote(await editor(), freshPage())
  await reportAll(await Promise.all([known(), known(), known()]), id)
  expect(await stateOf(id)).toBe('shown')
  expect(await queued(id)).toMatchObject({ reports: 3 })
})
