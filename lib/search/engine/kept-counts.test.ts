import { expect, test } from 'vitest'
import { Engine, type EngineQuery } from './engine'
import type { EngineRow } from './engine-row'
import { keptCounts } from './kept-counts'

const row = (jobId: number, roleId: number): EngineRow => ({
  jobId,
  companyId: 1,
  roleId,
  seniority: 0,
  workplace: 0,
  employmentType: 0,
  visa: 0,
  hasText: false,
  countries: [],
  regions: [],
  cities: [],
  skills: [],
  eligibility: [],
  worldwide: false,
  annualMax: null,
  payCurrency: null,
  firstPublishedAtUs: jobId * 1000,
  firstSeenAtUs: jobId * 1000,
})

function engineOf(...rows: EngineRow[]): Engine {
  const engine = new Engine(() => undefined)
  engine.load(rows, rows.length)
  return engine
}

const query: EngineQuery = {
  clauses: [],
  order: { by: 'newest' },
  payCurrency: 'USD',
  hasRegions: false,
  chosen: { company: [], place: [], skill: [] },
  nowUs: 10_000_000,
}
const role3: EngineQuery = {
  ...query,
  clauses: [{ facets: ['role'], condition: { is: 'any', kind: 'role', values: [3] } }],
}

test('equal searches share their counts until a job changes', () => {
  const engine = engineOf(row(1, 3), row(2, 4))
  const first = keptCounts(engine, role3)
  expect(first.total).toBe(1)
  expect(keptCounts(engine, { ...role3, nowUs: role3.nowUs + 1 })).toBe(first)
  expect(keptCounts(engine, query).total).toBe(2)
  engine.put(row(2, 3))
  expect(keptCounts(engine, role3).total).toBe(2)
  engine.remove(1)
  expect(keptCounts(engine, role3).total).toBe(1)
})

test('what moves with the clock is counted again', () => {
  const engine = engineOf(row(1, 3))
  const first = keptCounts(engine, role3)
  expect(keptCounts(engine, { ...role3, nowUs: role3.nowUs + 6_000_000 })).not.toBe(first)
  const lately: EngineQuery = {
    ...query,
    clauses: [{ facets: ['posted'], condition: { is: 'published', withinDays: 1 } }],
  }
  expect(keptCounts(engine, lately).total).toBe(1)
  expect(keptCounts(engine, { ...lately, nowUs: 90_000_000_000 }).total).toBe(0)
})
