import { expect, test } from 'vitest'
import { barLines } from './bars'
import { withSection } from './markdown'
import { cellOf, inTurns } from './measure'
import { seeded, Weighted, zipf } from './random'
import type { Result } from './result'
import { mistyped } from './suggestions'
import { LONELY_WORDS, lonelyWord, textMaker } from './text'

test('values are drawn as often as their weights say', () => {
  const random = seeded(5)
  const drawn = new Weighted(['often', 'seldom', 'never'], [3, 1, 0])
  const counts: Record<string, number> = {}
  for (let n = 0; n < 40_000; n++) {
    const value = drawn.draw(random)
    counts[value] = (counts[value] ?? 0) + 1
  }
  expect(counts.often! / 40_000).toBeCloseTo(0.75, 1)
  expect(counts.never).toBeUndefined()
})

test('by Zipf the second is drawn half as often as the first', () => {
  expect(zipf(4)).toEqual([1, 1 / 2, 1 / 3, 1 / 4])
})

test('the same job gets the same text', () => {
  const make = textMaker(['We build the search of job boards, and the search of maps.'])
  const text = () => make(seeded(3), { job: 3, title: 'Cook', skills: ['Go'] })
  expect(text()).toBe(text())
  expect(text()).toContain('## Cook')
  expect(text().length).toBeGreaterThan(1400)
})

test('of the two lonely words a job has one at most', () => {
  const counts = LONELY_WORDS.map((word) => {
    const have = Array.from({ length: 2000 }, (_, job) => lonelyWord(job)).filter((one) => one === word)
    return have.length / 2000
  })
  for (const share of counts) expect(share).toBeCloseTo(0.3, 1)
})

test('a mistyped label is one edit away', () => {
  const random = seeded(9)
  for (let n = 0; n < 200; n++) {
    const typed = mistyped(random, 'kubernetes')
    expect(typed).not.toBe('kubernetes')
    expect(Math.abs(typed.length - 10)).toBeLessThanOrEqual(1)
    expect(typed[0]).toBe('k')
  }
})

test('the reference is measured in turns with the cell', async () => {
  const asked = Array.from({ length: 25 }, (_, n) => n)
  const reference = async () => ({ times: [1, 1], elapsedMs: 2, errors: 0 })
  const against = await inTurns({ asked, clients: 1, limitMs: 5000, ask: async () => {} }, reference)
  expect([against.cell.n, against.reference.n]).toEqual([25, 6])
})

test('the time of turns adds up', () => {
  const taken = { times: [1, 2], elapsedMs: 10, errors: 1 }
  expect(cellOf([taken, taken])).toEqual({ p50: 1, p95: 2, n: 4, perSecond: 200, errors: 2 })
})

test('a bar is held against the worst class, in units of R', () => {
  const result = (name: string, p50: number, p95: number): Result => ({
    bench: 'search',
    jobs: 1000,
    layer: 'sql',
    work: 'page',
    case: name,
    clients: 1,
    p50,
    p95,
    n: 200,
    perSecond: 1,
    errors: 0,
    reference: 0.5,
    referenceP95: 1,
  })
  const [line] = barLines([result('role', 1, 5), result('country', 2.5, 6)], [])
  expect(line).toMatchObject({ seen: '5 R, 12 R', where: 'country', isReached: false })
})

test('the section of the search takes the place of the last one', () => {
  const before = '# Results\n\n## Search\n\nold\n\n## Other\n\nkept\n'
  expect(withSection(before, '## Search\n\nnew')).toBe('# Results\n\n## Search\n\nnew\n\n## Other\n\nkept\n')
  expect(withSection('# Results\n', '## Search\n\nnew')).toBe('# Results\n\n## Search\n\nnew\n')
})
