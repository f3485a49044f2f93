import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WORLDWIDE } from '@/lib/jobs/terms'
import type { Clause } from '../clauses'
import type { Condition, Edge, Order, ValueKind } from '../condition'
import { choiceKeys } from '../search'
import { Engine, type EngineQuery } from './engine'
import type { EngineRow } from './engine-row'
import { UnknownWords } from './filter-maker'
import { SlotSet } from './slot-set'
import { bruteAnswer, bruteCount } from './testing/brute-force'
import type { PageWanted } from './top-slots'

const DAY_US = 86_400_000_000
const NOW_US = 20_000 * DAY_US + 12_345_678
/** Seconds on a quiet machine; the rest is for a busy one. */
const HANG_MS = 120_000

const few = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: 3 })
    .map((list) => list.sort((a, b) => a - b))
const code = (most: number) => fc.integer({ min: 0, max: most })

/** Times that collide, and some exactly at the edge of a window. */
const instantUs = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((days) => NOW_US - days * DAY_US),
  fc.integer({ min: 0, max: 6 }).map((hours) => NOW_US - hours * 3_600_000_000 - 1),
)

const pay = fc.oneof(
  fc.constant({ annualMax: null, payCurrency: null }),
  fc.record({
    annualMax: fc.oneof(
      fc.integer({ min: 0, max: 12 }).map((n) => n * 250_000),
      fc.constant(200_000_000),
      fc.constant(2 ** 53 - 1),
    ),
    payCurrency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
  }),
)

const job = fc
  .record({
    jobId: fc.integer({ min: 1, max: 80 }),
    companyId: fc.integer({ min: 1, max: 70 }),
    roleId: code(3),
    seniority: code(3),
    workplace: code(3),
    employmentType: code(2),
    visa: code(2),
    hasText: fc.boolean(),
    countries: few(3),
    regions: few(2),
    cities: few(60),
    skills: few(60),
    eligibility: few(3),
    worldwide: fc.boolean(),
    firstPublishedAtUs: instantUs,
    firstSeenAtUs: instantUs,
    pay,
  })
  .map(({ pay, ...row }): EngineRow => ({ ...row, ...pay }))

const mostOf: Record<Exclude<ValueKind, 'pay' | 'currency'>, number> = {
  role: 4,
  seniority: 4,
  workplace: 3,
  employmentType: 3,
  visa: 2,
  text: 1,
  country: 4,
  region: 3,
  city: 6,
  company: 6,
  skill: 5,
  eligibility: 4,
}
const valueConditions = Object.entries(mostOf).map(([kind, most]) =>
  fc
    .array(kind === 'eligibility' ? fc.oneof(code(most), fc.constant(WORLDWIDE)) : code(most), {
      maxLength: 3,
    })
    .map((values): Condition => ({ is: 'any', kind: kind as ValueKind, values })),
)

const words = ['go', 'rust', 'seldom'] as const
const condition = fc.letrec<{ one: Condition; leaf: Condition; joined: Condition }>((tie) => ({
  leaf: fc.oneof(
    ...valueConditions,
    fc.constant<Condition>({ is: 'any', kind: 'pay', values: [0] }),
    fc
      .constantFrom(2919, 3377, 2)
      .map((value): Condition => ({ is: 'any', kind: 'currency', values: [value] })),
    fc
      .record({
        currency: fc.constantFrom('EUR', 'JPY', 'CHF'),
        minor: fc.integer({ min: 0, max: 3_100_000 }),
      })
      .map(({ currency, minor }): Condition => ({ is: 'pay', currency, annualMinor: BigInt(minor) })),
    fc.record({
      is: fc.constantFrom('published' as const, 'seen' as const),
      withinDays: fc.constantFrom(1, 3, 30),
    }),
    fc.record({ is: fc.constantFrom('text' as const, 'title' as const), query: fc.constantFrom(...words) }),
  ),
  joined: fc.oneof(
    fc.record({
      is: fc.constantFrom('all' as const, 'some' as const),
      of: fc.array(tie('one'), { maxLength: 3 }),
    }),
    tie('one').map((of): Condition => ({ is: 'not', of })),
  ),
  one: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: tie('leaf') },
    { weight: 1, arbitrary: tie('joined') },
  ),
})).one

const facet = fc.constantFrom(...choiceKeys, 'pay' as const, 'posted' as const, 'seen' as const)
const clause: fc.Arbitrary<Clause> = fc.record({
  facets: fc.uniqueArray(fc.oneof(facet, fc.constantFrom('role' as const, 'place' as const)), {
    maxLength: 2,
  }),
  condition,
})

const order: fc.Arbitrary<Order> = fc.oneof(
  fc.constant<Order>({ by: 'newest' }),
  fc.constantFrom<Order>({ by: 'pay', currency: 'EUR' }, { by: 'pay', currency: 'CHF' }),
  fc
    .array(fc.record({ name: fc.constant('term'), points: fc.constantFrom(-5, 10, 3, 400), condition }), {
      maxLength: 3,
    })
    .map((terms): Order => ({ by: 'relevance', terms })),
)

const query: fc.Arbitrary<EngineQuery> = fc.record({
  clauses: fc.array(clause, { maxLength: 5 }),
  order,
  payCurrency: fc.constantFrom('EUR', 'JPY', 'CHF'),
  hasRegions: fc.boolean(),
  chosen: fc.record({ company: few(70), place: few(60), skill: few(60) }),
  nowUs: fc.constant(NOW_US),
})

type Asked = {
  query: EngineQuery
  direction: PageWanted['direction']
  limit: number
  edgeOf: number | null
  isGone: boolean
}
const asked: fc.Arbitrary<Asked> = fc.record({
  query,
  direction: fc.constantFrom('onward', 'back'),
  limit: fc.integer({ min: 1, max: 8 }),
  edgeOf: fc.option(fc.nat(), { freq: 2 }),
  isGone: fc.boolean(),
})

type Change = { put: EngineRow } | { remove: number } | { compact: true }
const putOrRemove: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: job.map((put) => ({ put })) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 80 }).map((remove) => ({ remove })) },
)
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 10, arbitrary: putOrRemove },
  { weight: 1, arbitrary: fc.constant<Change>({ compact: true }) },
)

const board = fc.record({
  first: fc.uniqueArray(job, { selector: (row) => row.jobId, maxLength: 60 }),
  isSorted: fc.boolean(),
  changes: fc.array(change, { maxLength: 40 }),
  searches: fc.array(asked, { minLength: 12, maxLength: 12 }),
})

/** A word is in a job by its id: the fake source only has to follow the slots. */
function hasWord(row: EngineRow, is: 'text' | 'title', query: string): boolean {
  const n = row.jobId + (is === 'title' ? 1 : 0)
  return query === 'go' ? n % 4 !== 0 : query === 'rust' ? n % 2 === 0 : n % 17 === 0
}

class Both {
  readonly rows = new Map<number, EngineRow>()
  readonly engine: Engine
  private moves = 0

  constructor(first: readonly EngineRow[], isSorted: boolean) {
    this.engine = new Engine(
      (is, query) => this.slotsOf(is, query),
      (oldSlots) => {
        expect(new Set(oldSlots).size).toBe(oldSlots.length)
        this.moves++
      },
    )
    for (const row of first) this.rows.set(row.jobId, row)
    const sorted = [...first].sort((a, b) => a.firstPublishedAtUs - b.firstPublishedAtUs || a.jobId - b.jobId)
    this.engine.load(isSorted ? sorted : first, first.length)
  }

  change(change: Change): void {
    if ('put' in change) {
      this.rows.set(change.put.jobId, change.put)
      const slot = this.engine.put(change.put)
      expect(this.engine.slotOf(change.put.jobId)).toBe(slot)
      expect(this.engine.jobIdAt(slot)).toBe(change.put.jobId)
    } else if ('remove' in change) {
      const slot = this.engine.remove(change.remove)
      expect(slot !== undefined).toBe(this.rows.delete(change.remove))
      expect(this.engine.slotOf(change.remove)).toBeUndefined()
    } else {
      const before = this.moves
      this.engine.compact()
      expect(this.moves).toBe(before + 1)
    }
    expect(this.engine.size).toBe(this.rows.size)
  }

  ask({ query, direction, limit, edgeOf, isGone }: Asked): void {
    const rows = [...this.rows.values()]
    const { matches, counts, keys } = bruteAnswer(rows, query, hasWord)
    const edge = edgeOf === null ? null : edgeFor(keys, edgeOf, isGone)
    const page = { edge, direction, limit }
    const beyond = edge
      ? keys.filter((key) => (direction === 'onward' ? isAfter(key, edge) : isAfter(edge, key)))
      : keys
    const expected = (direction === 'onward' ? beyond : [...beyond].reverse()).slice(0, limit + 1)
    const ids = expected.map((key) => key.jobId)
    expect(this.engine.page(query, page)).toEqual(ids)
    expect(this.engine.counts(query)).toEqual(counts)
    expect(this.engine.count(query.clauses, query.nowUs)).toBe(matches.length)
    expect([...this.engine.ranksOf(ids, query.order, NOW_US)]).toEqual(expected.map((key) => key.rank))
  }

  private slotsOf(is: 'text' | 'title', query: string): SlotSet {
    const slots = new SlotSet()
    for (const row of this.rows.values()) {
      const slot = this.engine.slotOf(row.jobId)
      if (slot !== undefined && hasWord(row, is, query)) slots.add(slot)
    }
    return slots
  }
}

/** The key of a match, or one beside it that no job has: its job has gone. */
function edgeFor(keys: readonly Edge[], at: number, isGone: boolean): Edge | null {
  const key = keys[at % Math.max(1, keys.length)]
  return key && isGone ? { ...key, jobId: key.jobId + 0.5 } : (key ?? null)
}

function isAfter(a: Edge, b: Edge): boolean {
  return (b.rank - a.rank || b.firstPublishedAtUs - a.firstPublishedAtUs || b.jobId - a.jobId) > 0
}

test('total, every count and every page are those of a look at each job', { timeout: HANG_MS }, () => {
  fc.assert(
    fc.property(board, ({ first, isSorted, changes, searches }) => {
      const both = new Both(first, isSorted)
      for (const change of changes) both.change(change)
      for (const search of searches) both.ask(search)
    }),
    { numRuns: 260 },
  )
})

test('while it is compacted in turns, the engine changes and answers as ever', {
  timeout: HANG_MS,
}, async () => {
  const slowly = fc.record({
    first: fc.uniqueArray(job, { selector: (row) => row.jobId, maxLength: 60 }),
    before: fc.array(putOrRemove, { maxLength: 20 }),
    meanwhile: fc.array(fc.array(putOrRemove, { maxLength: 4 }), { maxLength: 12 }),
    after: fc.array(change, { maxLength: 10 }),
    searches: fc.array(asked, { minLength: 4, maxLength: 4 }),
  })
  await fc.assert(
    fc.asyncProperty(slowly, async ({ first, before, meanwhile, after, searches }) => {
      const both = new Both(first, true)
      for (const change of before) both.change(change)
      const turns = [...meanwhile]
      await both.engine.compactInTurns(async () => {
        for (const change of turns.shift() ?? []) both.change(change)
        for (const search of searches.slice(0, 1)) both.ask(search)
      }, 0)
      for (const search of searches) both.ask(search)
      for (const change of after) both.change(change)
      for (const search of searches) both.ask(search)
    }),
    { numRuns: 60 },
  )
})

test('of two that compact at once, the first to end is the one that counts', async () => {
  const engine = new Engine(() => undefined)
  engine.load(fc.sample(job, { numRuns: 1, seed: 1 }))
  let turns = 0
  await engine.compactInTurns(async () => {
    if (turns++ === 0) engine.compact()
    engine.put({ ...(fc.sample(job, { numRuns: 1, seed: 2 })[0] as EngineRow), jobId: 99 })
  }, 0)
  expect(turns).toBeGreaterThan(1)
  expect(engine.count([], NOW_US)).toBe(2)
})

test('on a board of many chunks, long and short lists and whole scans find the same as a look at each job', {
  timeout: HANG_MS,
}, () => {
  const some = fc.sample(job, { numRuns: 4000, seed: 7 })
  const both = new Both(
    Array.from({ length: 10 }, () => some).flatMap((rows, copy) =>
      rows.map((row, i) => ({ ...row, jobId: copy * 4000 + i + 1 })),
    ),
    false,
  )
  for (const row of fc.sample(job, { numRuns: 300, seed: 8 }))
    both.change({ put: { ...row, jobId: row.jobId * 450 } })
  const [asking] = fc.sample(asked, { numRuns: 1, seed: 12 })
  for (const most of [1, 2, 5, 25, 60]) {
    const values = Array.from({ length: most }, (_, i) => i + 1)
    const clauses: Clause[] = [{ facets: ['company'], condition: { is: 'any', kind: 'company', values } }]
    if (asking) both.ask({ ...asking, query: { ...asking.query, clauses } })
  }
  for (const search of fc.sample(asked, { numRuns: 14, seed: 9 })) both.ask(search)
  both.change({ compact: true })
  for (const search of fc.sample(asked, { numRuns: 6, seed: 10 })) both.ask(search)
})

test('more companies than 16 bits can number are told apart, also after they have been sorted in', () => {
  const engine = new Engine(() => undefined)
  const [row] = fc.sample(job, { numRuns: 1, seed: 1 })
  const jobOf = (n: number): EngineRow => ({ ...(row as EngineRow), jobId: n, companyId: n })
  engine.load(Array.from({ length: 65_530 }, (_, i) => jobOf(i + 1)))
  for (let n = 65_531; n <= 65_550; n++) engine.put(jobOf(n))
  const countOf = (...values: number[]) =>
    engine.count([{ facets: [], condition: { is: 'any', kind: 'company', values } }], NOW_US)
  expect([countOf(65_550), countOf(14), countOf(65_536, 65_537, 1), countOf(65_551)]).toEqual([1, 1, 3, 0])
  engine.compact()
  expect([countOf(65_550), countOf(14), countOf(65_536, 65_537, 1), countOf(65_551)]).toEqual([1, 1, 3, 0])
})

test('a search with words that nobody knows says which', () => {
  const engine = new Engine(() => undefined)
  engine.load([], 0)
  const clauses: Clause[] = [{ facets: [], condition: { is: 'title', query: "'rare'" } }]
  expect(() => engine.count(clauses, NOW_US)).toThrow(UnknownWords)
  expect(() => engine.count(clauses, NOW_US)).toThrow("title 'rare'")
})

test('a tail that outgrows the base asks to be sorted in', () => {
  const engine = new Engine(() => undefined)
  const [row] = fc.sample(job, { numRuns: 1, seed: 1 })
  engine.load([], 0)
  for (let jobId = 1; jobId <= 4096; jobId++) engine.put({ ...(row as EngineRow), jobId })
  expect(engine.isCompactDue).toBe(false)
  engine.put({ ...(row as EngineRow), jobId: 4097 })
  expect(engine.isCompactDue).toBe(true)
  engine.compact()
  expect(engine.isCompactDue).toBe(false)
  expect(bruteCount([], [], hasWord, NOW_US)).toBe(0)
})
