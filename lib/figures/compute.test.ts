import { describe, expect, test } from 'vitest'
import { randomFrom } from '@/lib/jobs/testing/random'
import { type Computed, computeRole, keyOf, type Names } from './compute'
import type { FigureRow } from './rows'
import type { Measure, PayValue, SharesValue } from './types'

const codes = ['', 'US', 'DE', 'GB', 'JP']
const names: Names = {
  countryId: (code) => codes.indexOf(code),
  countryCode: (id) => codes[id] ?? null,
  skillId: (slug) => Number(slug.slice(1)),
  entry: (by, id) => ({
    slug: by === 'country' ? (codes[id] ?? '') : `s${id}`,
    name: `${by} ${id}`,
    kind: null,
  }),
}

const one = (more: Partial<FigureRow>): FigureRow => ({
  jobId: 1,
  openingId: 1,
  companyId: 1,
  roleId: 2,
  seniority: 4,
  workplace: 3,
  employmentType: 1,
  payPoint: 10_000_000,
  payCurrency: 'USD',
  countries: [1],
  cities: [],
  skills: [],
  ...more,
})

function manyRows(seed: number): FigureRow[] {
  const random = randomFrom(seed)
  const under = (n: number) => Math.floor(random() * n)
  const some = (n: number) => Array.from({ length: n }, (_, i) => i + 1).filter(() => random() < 0.4)
  const companies = 3 + under(9)
  return Array.from({ length: 20 + under(180) }, (_, i) => {
    const companyId = 1 + under(companies)
    const isPaid = random() < 0.7
    return one({
      jobId: i + 1,
      openingId: companyId * 1000 + under(20),
      companyId,
      seniority: under(10),
      workplace: under(4),
      employmentType: under(7),
      payPoint: isPaid ? 1_000_000 + under(30_000_000) / 2 : null,
      payCurrency: isPaid ? (random() < 0.8 ? 'USD' : 'EUR') : null,
      countries: some(4),
      skills: some(6),
    })
  })
}

/** The estimator as `/about/figures` words it, the slow way: nothing of the code above is used. */
function slowPay(rows: readonly FigureRow[], test: (row: FigureRow) => boolean) {
  const within = rows.filter(test)
  const byCurrency = ['EUR', 'USD'].map((currency) => ({
    currency,
    openings: new Set(
      within.filter((r) => r.payPoint !== null && r.payCurrency === currency).map((r) => r.openingId),
    ).size,
  }))
  const [usual] = byCurrency.sort((a, b) => b.openings - a.openings)
  const paid = within.filter((r) => r.payPoint !== null && r.payCurrency === usual?.currency)
  const middle = (values: number[]) => {
    const v = [...values].sort((a, b) => a - b)
    const half = Math.floor(v.length / 2)
    return v.length % 2 === 1 ? (v[half] ?? 0) : ((v[half - 1] ?? 0) + (v[half] ?? 0)) / 2
  }
  const votes: number[] = []
  for (const company of new Set(paid.map((r) => r.companyId)))
    for (let level = 0; level < 10; level++) {
      const own = paid.filter((r) => r.companyId === company && r.seniority === level)
      if (own.length === 0) continue
      const openings = [...new Set(own.map((r) => r.openingId))]
      votes.push(
        middle(
          openings.map((id) => middle(own.filter((r) => r.openingId === id).map((r) => r.payPoint ?? 0))),
        ),
      )
    }
  votes.sort((a, b) => a - b)
  const openings = new Set(paid.map((r) => r.openingId)).size
  const companies = new Set(paid.map((r) => r.companyId)).size
  if (openings < 8 || companies < 4) return null
  return {
    openings,
    companies,
    jobIds: paid.map((r) => r.jobId).sort((a, b) => a - b),
    currency: usual?.currency,
    votes: votes.length,
    p50: Math.round(middle(votes) / 100),
    openingsInAll: new Set(within.map((r) => r.openingId)).size,
  }
}

function find(computed: readonly Computed[], measure: Measure): Computed | undefined {
  return computed.find((found) => keyOf(found.measure) === keyOf(measure))
}

describe.each(Array.from({ length: 60 }, (_, seed) => seed))('of the board %i', (seed) => {
  const rows = manyRows(seed)
  const levels = [undefined, 'intern', 'senior', 'staff'] as const
  const asked = codes.slice(1).flatMap((country) =>
    levels.flatMap((seniority) =>
      [undefined, 's1', 's3'].map(
        (skill): Measure => ({
          of: 'pay',
          role: 'cook',
          within: { country, ...(seniority && { seniority }), ...(skill && { skill }) },
        }),
      ),
    ),
  )
  const computed = computeRole('cook', rows, names, asked)

  test('each pay figure is what the stated estimator makes of the jobs behind it', () => {
    const codeOf = { intern: 1, senior: 4, staff: 5 }
    for (const measure of asked) {
      if (measure.of !== 'pay') continue
      const { country, seniority, skill } = measure.within
      const slow = slowPay(
        rows,
        (row) =>
          row.countries.includes(names.countryId(country) ?? 0) &&
          (seniority === undefined || row.seniority === codeOf[seniority as keyof typeof codeOf]) &&
          (skill === undefined || row.skills.includes(Number(skill.slice(1)))),
      )
      const found = find(computed, measure)
      if (slow === null) {
        expect(found).toBeUndefined()
        continue
      }
      const value = found?.value as PayValue
      expect({
        ...found,
        jobIds: found?.jobIds.toSorted((a, b) => a - b),
        measure: undefined,
        value: undefined,
      }).toEqual({
        openings: slow.openings,
        companies: slow.companies,
        jobIds: slow.jobIds,
      })
      expect([value.currency, value.votes, value.p50, value.openingsInAll]).toEqual([
        slow.currency,
        slow.votes,
        slow.p50,
        slow.openingsInAll,
      ])
      expect([value.p10, value.p25, value.p50, value.p75, value.p90].toSorted((a, b) => a - b)).toEqual([
        value.p10,
        value.p25,
        value.p50,
        value.p75,
        value.p90,
      ])
    }
  })

  test('shares count openings, each once', () => {
    const found = find(computed, { of: 'shares', by: 'skill', role: 'cook', within: {} })
    const openings = (test: (row: FigureRow) => boolean) =>
      new Set(rows.filter(test).map((row) => row.openingId)).size
    const companies = new Set(rows.map((row) => row.companyId)).size
    if (companies < 4) return expect(found).toBeUndefined()
    expect(found?.openings).toBe(openings(() => true))
    for (const { slug, openings: named } of (found as { value: SharesValue }).value.entries)
      expect(named).toBe(openings((row) => row.skills.includes(Number(slug.slice(1)))))
  })
})

test('below eight openings or four companies nothing is told, copies of an opening notwithstanding', () => {
  const at = (openings: number, companies: number, copies = 1) =>
    Array.from({ length: openings * copies }, (_, i) =>
      one({ jobId: i + 1, openingId: Math.floor(i / copies), companyId: Math.floor(i / copies) % companies }),
    )
  const pay: Measure = { of: 'pay', role: 'cook', within: { country: 'US' } }
  const isTold = (rows: FigureRow[]) => find(computeRole('cook', rows, names, []), pay) !== undefined
  expect([isTold(at(8, 4)), isTold(at(7, 4)), isTold(at(8, 3)), isTold(at(7, 4, 5))]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('how many jobs there are is told whatever the number', () => {
  const all: Measure = { of: 'jobs', role: 'cook', within: {} }
  expect(find(computeRole('cook', [one({})], names, []), all)).toMatchObject({ openings: 1, companies: 1 })
})

test('one measure has one key', () => {
  expect(keyOf({ of: 'pay', role: 'cook', within: { country: 'US', seniority: 'senior' } })).toBe(
    keyOf({ role: 'cook', within: { seniority: 'senior', country: 'US' }, of: 'pay' }),
  )
})
