import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { COMMENTS_SHOWN } from './address'
import { freshPage, known, person, plant, textsOf, wrote } from './fixtures'
import { getComments } from './queries'
import { listWaitingComments, QUEUED_SHOWN } from './queue'

testDb()
vi.mock('@/lib/guides/page-at', () => import('./page-fixtures'))

test('a name that is an address is not shown', async () => {
  const [page, writer] = [freshPage(), await known()]
  await db().update(users).set({ name: writer.email }).where(eq(users.id, writer.userId))
  await wrote(writer, page)
  const { threads } = await getComments(page, null, null)
  expect(threads).toMatchObject([{ said: { name: 'A reader' } }])
  expect(JSON.stringify(threads)).not.toContain(writer.email)
})

test('a long list is read part by part without a gap, and a link leads to the part of its comment', async () => {
  const [page, writer] = [freshPage(), await known()]
  const total = COMMENTS_SHOWN + 2
  // All of one moment: the id decides.
  await db().execute(sql`
    insert into comments (page, user_id, body, state)
    select ${page}, ${writer.userId}, 'Remark ' || n, 'shown' from generate_series(1, ${total}::int) n`)
  const first = await getComments(page, null, null)
  expect(first).toMatchObject({ count: total, isFirst: true })
  expect(first.threads).toHaveLength(COMMENTS_SHOWN)
  const second = await getComments(page, null, first.next)
  expect(second).toMatchObject({ count: total, isFirst: false, next: null })
  expect(new Set(textsOf([...first.threads, ...second.threads])).size).toBe(total)
  const last = await wrote(writer, page, 'Last')
  expect(last.href).toBe(`${page}?comments=${last.id}#comment-${last.id}`)
  expect(textsOf((await getComments(page, null, last.id)).threads)).toEqual(['Last'])
  // A place on another page, or nowhere, is the beginning.
  for (const from of [randomUUID(), (await wrote(writer, freshPage())).id])
    expect((await getComments(page, null, from)).isFirst).toBe(true)
})

test('moderators see what waits longest first, part by part', async () => {
  const [newcomer, page] = [await person({ name: 'somebody@example.org' }), freshPage()]
  for (let n = 0; n < QUEUED_SHOWN + 2; n++)
    await plant(newcomer, { page, state: 'held', createdAt: new Date(2020, 0, 1 + n) })
  const first = await listWaitingComments()
  expect(first.comments).toHaveLength(QUEUED_SHOWN)
  expect(first.comments[0]).toMatchObject({
    page: { href: page, title: 'A page' },
    name: 'A reader',
    isHeld: true,
    isOfNewcomer: true,
  })
  const dates = first.comments.map(({ at }) => at)
  expect(dates).toEqual(dates.toSorted())
  const second = await listWaitingComments(first.next ?? '')
  expect(second).toMatchObject({ comments: [{ page: { href: page } }, { page: { href: page } }], next: null })
  const ids = [...first.comments, ...second.comments].map(({ id }) => id)
  expect(new Set(ids).size).toBe(QUEUED_SHOWN + 2)
})

test('a place in the list that was made up is the beginning, or after the end', async () => {
  const made = ['', 'x', '1_2', `1e3_${randomUUID()}`, `${'9'.repeat(30)}_${randomUUID()}`]
  const first = await listWaitingComments()
  for (const after of [...made, made]) expect(await listWaitingComments(after)).toEqual(first)
  expect(await listWaitingComments(`${'9'.repeat(18)}_${randomUUID()}`)).toEqual({ comments: [], next: null })
})
