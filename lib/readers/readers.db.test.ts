import { sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { guideReads, guideVotes } from '@/db/schema'
import { testDb } from '@/db/testing'
import { plantPerson } from '@/lib/jobs/publishing-fixtures'
import { NotFound } from '@/lib/outcome'
import { countRead, vote } from './commands'
import { getReaders, mostRead } from './queries'

testDb()
afterEach(async () => {
  await db().delete(guideVotes)
  await db().delete(guideReads)
})

const overview = '/guides/backend-developer'
const salary = '/guides/backend-developer/salary'
const visitor = { kind: 'visitor' } as const
const from = (network: string) => ({ page: salary, useful: 'yes', network }) as const

async function votesOf(page: string) {
  const { pages } = await getReaders()
  const { useful, notUseful } = pages.find((one) => one.href === page) ?? {}
  return [useful, notUseful]
}

test('each network has one say on a page, each person too, and the last one counts', async () => {
  await vote(visitor, from('192.0.2.1'))
  await vote(visitor, from('192.0.2.1'))
  await vote(visitor, from('192.0.2.2'))
  expect(await votesOf(salary)).toEqual([2, 0])
  await vote(visitor, { ...from('192.0.2.1'), useful: 'no', note: 'Pay in Norway is missing.' })
  expect(await votesOf(salary)).toEqual([1, 1])
  const person = await plantPerson()
  await vote(person, from('192.0.2.1'))
  await vote(person, from('192.0.2.3'))
  expect(await votesOf(salary)).toEqual([2, 1])
  expect(await votesOf(overview)).toEqual([0, 0])
})

test('two votes at once are one', async () => {
  await Promise.all(Array.from({ length: 8 }, () => vote(visitor, from('192.0.2.1'))))
  expect(await votesOf(salary)).toEqual([1, 0])
})

test('nobody can be told from what is kept, nor found again on another page', async () => {
  await vote(visitor, from('192.0.2.1'))
  await vote(visitor, { ...from('192.0.2.1'), page: overview })
  const rows = await db().select().from(guideVotes)
  expect(JSON.stringify(rows)).not.toContain('192.0.2')
  expect(new Set(rows.map(({ voter }) => voter)).size).toBe(2)
})

test('what was written stands with its page, the newest first; without words there is nothing to read', async () => {
  await vote(visitor, { ...from('192.0.2.1'), note: 'First.' })
  await vote(visitor, { ...from('192.0.2.2'), useful: 'no', note: 'Second.' })
  await vote(visitor, { ...from('192.0.2.3'), note: '' })
  await db().execute(sql`update guide_votes set at = at - interval '1 hour' where note = 'First.'`)
  const { notes, pages } = await getReaders()
  expect(notes.map(({ text, isUseful, page }) => [text, isUseful, page.href])).toEqual([
    ['Second.', false, salary],
    ['First.', true, salary],
  ])
  expect(pages[0]?.href).toBe(salary)
})

test('a page that is not there has no readers', async () => {
  for (const page of ['/guides/unicorn-tamer', '/guides', '/jobs', `${salary}/`, '']) {
    await expect(vote(visitor, { ...from('192.0.2.1'), page })).rejects.toThrow(NotFound)
    await expect(countRead(visitor, page)).rejects.toThrow(NotFound)
  }
  expect(await db().$count(guideVotes)).toBe(0)
  expect(await db().$count(guideReads)).toBe(0)
})

test('reads at once are all counted; the last 30 days decide what is read most, once there is enough', async () => {
  await Promise.all(Array.from({ length: 20 }, () => countRead(visitor, salary)))
  for (let i = 0; i < 19; i++) await countRead(visitor, overview)
  expect((await mostRead()).map(({ href }) => href)).toEqual([salary])
  await countRead(visitor, overview)
  expect((await mostRead()).map(({ href }) => href)).toEqual([overview, salary])
  await db().execute(sql`update guide_reads set day = day - 30 where page = ${overview}`)
  expect((await mostRead()).map(({ href }) => href)).toEqual([salary])
  const { pages } = await getReaders()
  expect(pages.find(({ href }) => href === salary)?.reads).toBe(20)
})

test('what was read on a page that is gone is not said', async () => {
  await db().execute(sql`insert into guide_reads values ('/guides/unicorn-tamer', current_date, 900)`)
  expect(await mostRead()).toEqual([])
})
