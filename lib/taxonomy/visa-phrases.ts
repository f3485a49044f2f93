import words from '@/content/taxonomy/visa.json'
import type { VisaPolicy } from '@/db/values'
import { expandBraces, type Match, PhraseIndex } from './text'

/** What a phrase says; null is one that is read over. */
export type VisaMatch = Match<VisaPolicy | null>

/** Words that may stand where a phrase has `…`. */
const GAP_WORDS = 10
const END = '$'
const gapStops = new Set(words.gapStops)

/** Every phrase found in the words of a sentence: those without a gap do not overlap each other, longer ones win. */
export function findVisaPhrases(sentence: readonly string[]): VisaMatch[] {
  const tokens = [...sentence, END]
  const gapped = tokens.flatMap((token, start) =>
    (gappedByFirst.get(token) ?? []).flatMap(({ parts, value }): VisaMatch[] => {
      const end = endOf(tokens, parts, start)
      return end === null ? [] : [{ value, start, end }]
    }),
  )
  return [...whole.findAll(tokens), ...gapped]
}

type Gapped = { parts: string[][]; value: VisaPolicy }

const whole = new PhraseIndex<VisaPolicy | null>()
const gappedByFirst = new Map<string, Gapped[]>()

for (const [value, patterns] of [
  ['offered', words.offered],
  ['not_offered', words.notOffered],
  [null, words.saysNothing],
] as const) {
  for (const phrase of patterns.flatMap((pattern) => expandBraces(withLists(pattern)))) add(phrase, value)
}

function withLists(pattern: string): string {
  return pattern.replace(/[A-Z]+/g, (name) => words.lists[name as keyof typeof words.lists] ?? name)
}

function add(phrase: string, value: VisaPolicy | null): void {
  const parts = phrase.split('…').map((part) => part.trim().split(' '))
  const [first = []] = parts
  if (parts.length === 1) {
    whole.add(first, value)
    return
  }
  if (value === null) throw new Error(`"${phrase}" is read over, so it may have no gap`)
  const same = gappedByFirst.get(first[0] ?? '') ?? []
  same.push({ parts, value })
  gappedByFirst.set(first[0] ?? '', same)
}

/** Where the parts end when the first one begins at `start`; null where they do not follow each other. */
function endOf(tokens: readonly string[], parts: readonly string[][], start: number): number | null {
  let end = start
  for (const [i, part] of parts.entries()) {
    const at = i === 0 ? (startsAt(tokens, part, start) ? start : -1) : nextOf(tokens, part, end)
    if (at < 0) return null
    end = at + part.length
  }
  return end
}

function nextOf(tokens: readonly string[], part: readonly string[], from: number): number {
  for (let at = from; at <= from + GAP_WORDS && at < tokens.length; at++) {
    if (startsAt(tokens, part, at)) return at
    if (gapStops.has(tokens[at] ?? '')) return -1
  }
  return -1
}

function startsAt(tokens: readonly string[], part: readonly string[], at: number): boolean {
  return part.every((word, i) => tokens[at + i] === word)
}
