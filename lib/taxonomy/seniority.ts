import type { Seniority } from '@/db/values'
import { PhraseIndex } from './text'
import { titleWords } from './title-words'
import type { SeniorityRules } from './types'

export type LevelPhrase = { level: Seniority | null; where: 'any' | 'head' | 'first' }

export function levelIndex(rules: SeniorityRules): PhraseIndex<LevelPhrase> {
  const index = new PhraseIndex<LevelPhrase>()
  const add = (phrases: readonly string[], value: LevelPhrase) => {
    for (const phrase of phrases) index.add(titleWords(phrase), value)
  }
  const scopes = [
    ['any', rules.words],
    ['head', rules.headOnly],
    ['first', rules.first],
  ] as const
  for (const [where, levels] of scopes) {
    for (const [level, phrases] of Object.entries(levels)) add(phrases, { level: level as Seniority, where })
  }
  add(rules.neutral, { level: null, where: 'any' })
  return index
}

type Reading = { words: readonly string[]; headEnd: number; implied: Seniority | undefined }

/**
 * The one level that a title states, else null: "Senior/Staff" names two and so none. `headEnd` is where the part that
 * names the job ends; `implied` is what the role's own name says: it outranks senior, lead and the like, not director.
 */
export function readSeniority(
  index: PhraseIndex<LevelPhrase>,
  rules: SeniorityRules,
  { words, headEnd, implied }: Reading,
): Seniority | null {
  const found = index
    .findAll(words)
    .filter(({ value, start }) => value.where === 'any' || start < (value.where === 'first' ? 1 : headEnd))
    .flatMap(({ value }) => (value.level ? [value] : []))
  const ranks = found.filter((value) => value.where === 'head')
  const counted = implied ? (ranks.length > 0 ? ranks : [{ level: implied }]) : found
  const levels = new Set(counted.map((value) => value.level))
  if (levels.size === 0) return numeral(rules, words)
  return levels.size === 1 ? ([...levels][0] ?? null) : null
}

/** "Engineer II", but not "Engineer I/II" nor "Engineer II, III". */
function numeral(rules: SeniorityRules, words: readonly string[]): Seniority | null {
  const at = words.findIndex(
    (word, i) => word in rules.numerals && rules.numeralsAfter.includes(words[i - 1] ?? ''),
  )
  const range = ['/', 'or', 'and', 'to'].includes(words[at + 1] ?? '')
  return at < 0 || range ? null : (rules.numerals[words[at] ?? ''] ?? null)
}
