import words from '@/content/taxonomy/visa.json'
import type { VisaPolicy } from '@/db/values'
import { PhraseIndex, plain } from './text'
import { findVisaPhrases } from './visa-phrases'

export type VisaReading = {
  policy: VisaPolicy
  /** The sentence that it rests on. */
  words: string
}

/**
 * What a text says of visa sponsorship by the phrases of `content/taxonomy/visa.json`; null where it says nothing, hedges,
 * or says both. It never guesses: a job without an answer is better than one with a wrong answer.
 */
export function readVisa(text: string): VisaReading | null {
  if (!mentions.test(text)) return null
  const hasOtherSense = tokensOf(text).some((word) => otherSenses.has(word))
  const read = sentencesOf(text).flatMap((sentence) => {
    const policy = policyOf(sentence, hasOtherSense)
    return policy ? [{ policy, words: sentence }] : []
  })
  const [first] = read
  if (!first || first.policy === 'undecided') return null
  return read.every(({ policy }) => policy === first.policy) ? { ...first, policy: first.policy } : null
}

const mentions = new RegExp(words.mentions.join('|'), 'i')
const otherSenses = new Set(words.otherSenses)
const visaWords = new Set(words.visaWords)
const negations = new Set(words.negations)
const hedges = phraseIndex(words.hedges)
const offeredHedges = phraseIndex(words.offeredHedges)

function policyOf(sentence: string, hasOtherSense: boolean): VisaPolicy | 'undecided' | null {
  // A question on the form of an application is no policy.
  if (/\?["')\]]?$/.test(sentence)) return null
  const tokens = tokensOf(sentence)
  const found = findVisaPhrases(tokens).filter(({ value }) => value !== null)
  const [first] = found
  if (!first?.value) return null
  const policy = first.value
  const isSure =
    found.every(({ value }) => value === policy) &&
    hedges.findAll(tokens).length === 0 &&
    (policy === 'not_offered' || !isQualified(tokens)) &&
    (!hasOtherSense ||
      found.some(({ start, end }) => tokens.slice(start, end).some((word) => visaWords.has(word))))
  return isSure ? policy : 'undecided'
}

/** A promise with an "only" or a "not" beside it is not the promise that the phrase would be alone. */
function isQualified(tokens: readonly string[]): boolean {
  return tokens.some((word) => negations.has(word)) || offeredHedges.findAll(tokens).length > 0
}

/** A line that goes on in lower case belongs to the one before; an item of a list or a heading is a sentence of its own. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/[*_`\r]/g, '')
    .replace(/\n(?=\p{Ll})/gu, ', ')
    .split(/(?<=[.!?])\s+(?=[^\p{Ll}\s])|[;\n•]+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => mentions.test(sentence))
}

/** Words and pauses: no phrase goes on across a comma, a bracket or a dash. */
function tokensOf(sentence: string): string[] {
  return plain(sentence.replace(/\s-+\s|[–—()]/g, ' , ')).match(/[a-z0-9]+|,/g) ?? []
}

function phraseIndex(phrases: readonly string[]): PhraseIndex<true> {
  const index = new PhraseIndex<true>()
  for (const phrase of phrases) index.add(phrase.split(' '), true)
  return index
}
