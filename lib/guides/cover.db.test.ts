import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { figureJobSets, figures } from '@/db/schema'
import { testDb } from '@/db/testing'
import { keyOf } from '@/lib/figures/compute'
import { forgetFigures } from '@/lib/figures/queries'
import type { Measure, PayValue } from '@/lib/figures/types'
import { newPublicId } from '@/lib/jobs/public-id'
import { coverOf, coversOfPair } from './cover'

testDb()
beforeEach(async () => {
  await db().delete(figures)
  forgetFigures()
})

let jobSetId = 0
beforeAll(async () => {
  const [set] = await db().insert(figureJobSets).values({ digest: '', jobIds: [] }).returning()
  jobSetId = set?.id ?? 0
})

async function plant(measure: Measure, value: unknown, openings = 20) {
  await db()
    .insert(figures)
    .values({
      publicId: newPublicId(),
      role: measure.role,
      key: keyOf(measure),
      measure,
      value,
      openings,
      companies: Math.min(9, openings),
      jobs: openings,
      jobSetId,
      digest: '',
    })
}

const pay = (role: string, country: string, openings: number, currency = 'USD') =>
  plant({ of: 'pay', role, within: { country } }, { currency, p50: 90 } as PayValue, openings)

test('salary is told of the country in which most state it, and of no part of it', async () => {
  await pay('baker', 'us', 12)
  await pay('baker', 'de', 30, 'EUR')
  await plant({ of: 'pay', role: 'baker', within: { country: 'us', seniority: 'senior' } }, {}, 90)
  expect(await coverOf({ role: 'baker', section: 'salary' })).toMatchObject({
    kind: 'pay',
    country: 'de',
    openings: 30,
    companies: 9,
  })
})

test('shares name the largest five, without what is not stated', async () => {
  const entries = ['none', 'a', 'b', 'c', 'd', 'e', 'f'].map((slug, at) => ({
    slug,
    name: slug.toUpperCase(),
    kind: null,
    openings: 18 - at,
  }))
  await plant({ of: 'shares', by: 'seniority', role: 'baker', within: {} }, { entries })
  const cover = await coverOf({ role: 'baker', section: 'how-to-become' })
  expect(cover).toMatchObject({ kind: 'shares', by: 'seniority' })
  expect(cover?.kind === 'shares' && cover.bars.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(cover?.kind === 'shares' && cover.bars[0]?.share).toBe(17 / 20)
})

test('where too few tell anything, it says how many are open, and without any nothing', async () => {
  expect(await coverOf({ role: 'baker', section: 'salary' })).toBeNull()
  await plant({ of: 'jobs', role: 'baker', within: {} }, {}, 3)
  forgetFigures()
  expect(await coverOf({ role: 'baker', section: 'salary' })).toMatchObject({ kind: 'jobs', openings: 3 })
})

test('a pair is compared in one country and one currency, or not at all', async () => {
  await pay('baker', 'us', 50)
  await pay('baker', 'de', 20, 'EUR')
  await pay('cook', 'us', 40, 'CAD')
  expect(await coversOfPair(['baker', 'cook'])).toEqual([])
  await pay('cook', 'de', 10, 'EUR')
  forgetFigures()
  const pair = await coversOfPair(['baker', 'cook'])
  expect(pair).toMatchObject([
    { role: 'baker', country: 'de', openings: 20 },
    { role: 'cook', country: 'de', openings: 10 },
  ])
})
