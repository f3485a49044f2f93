import type pg from 'pg'
import type { Random } from '@/lib/jobs/testing/random'
import type { Label } from '@/lib/search/suggest/label'
import { loadLabels } from '@/lib/search/suggest/load-labels'
import { suggest } from '@/lib/search/suggest/suggest'
import { inTurns } from './measure'
import { between, pick, seeded, Weighted } from './random'
import { readTwentyRows } from './reference'
import { type Fact, factOf, type Result, resultOf } from './result'

const SEARCHES = 300
const MIN_LETTERS = 5
const PREFIX = { from: 2, to: 6 }

/** `wanted` is what the person who mistyped it meant. */
export type Typed = { text: string; field: 'words' | 'where'; wanted: Label }

/** Labels drawn by their jobs: beginnings of two to six letters, and whole ones with one edit. */
export async function typedLabels(): Promise<{ prefixes: Typed[]; typos: Typed[]; labels: number }> {
  const { labels } = await loadLabels()
  const known = labels.filter(({ label, jobs }) => jobs > 0 && /^[\p{L} ]{5,}/u.test(label))
  const random = seeded(labels.length)
  const drawn = new Weighted(
    known,
    known.map(({ jobs }) => Math.sqrt(jobs)),
  )
  const some = () => Array.from({ length: SEARCHES }, () => drawn.draw(random))
  const typed = (wanted: Label, text: string): Typed => ({ text, field: fieldOf(wanted), wanted })
  return {
    prefixes: some().map((label) =>
      typed(label, label.label.slice(0, between(random, PREFIX.from, PREFIX.to))),
    ),
    typos: some().map((label) => typed(label, mistyped(random, label.label))),
    labels: labels.length,
  }
}

function fieldOf({ kind }: Label): Typed['field'] {
  return kind === 'country' || kind === 'region' || kind === 'place' ? 'where' : 'words'
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** One letter too many, too few, another one, or two swapped; never the first, which people rarely miss. */
export function mistyped(random: Random, label: string): string {
  const letters = [...label.toLowerCase()]
  const at = between(random, 1, Math.max(1, Math.min(letters.length, MIN_LETTERS * 3) - 2))
  const [here = '', next = ''] = [letters[at], letters[at + 1]]
  const other = pick(
    random,
    LETTERS.filter((letter) => letter !== here),
  )
  const edits = [[other, here, next], [next], [other, next], here === next ? [next] : [next, here]]
  letters.splice(at, 2, ...pick(random, edits))
  return letters.join('')
}

type Order = { pool: pg.Pool; jobs: number; limitMs: number; onResult: (result: Result) => void }

export async function measureSuggestions({ pool, jobs, limitMs, onResult }: Order): Promise<Fact[]> {
  const started = performance.now()
  const index = await loadLabels()
  const builtMs = performance.now() - started
  const { prefixes, typos, labels } = await typedLabels()
  for (const [work, asked] of [
    ['prefix', prefixes],
    ['typo', typos],
  ] as const) {
    for (const clients of [1, 4]) {
      const ask = async ({ text, field }: Typed) => suggest(index, text, field)
      const against = await inTurns({ asked, clients, limitMs, ask }, () => readTwentyRows(pool, clients))
      onResult(resultOf({ jobs, layer: 'engine', work, case: `suggestion, ${work}`, clients }, against))
    }
  }
  const found = typos.filter(({ text, field, wanted }) => suggest(index, text, field).labels.includes(wanted))
  return [
    factOf(jobs, 'labels of suggestions', labels, ''),
    factOf(jobs, 'labels read and indexed', builtMs / 1000, 's'),
    factOf(jobs, 'recall@8 of one typo', found.length / typos.length, ''),
  ]
}
