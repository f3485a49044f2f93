import type { Random } from '@/lib/jobs/testing/random'
import { between, pick, seeded, Weighted, zipf } from './random'

/** Each is in three of ten jobs and never in one with the other: what a search for both must find out is nothing. */
export const LONELY_WORDS = ['quorvane', 'zelbrick'] as const
const LONELY_OF_TEN = 3

const WORDS_IN_ALL = 20_000
/** Of a text's words, those that the sample's texts have; the rest are rare words, which these few texts cannot have. */
const KNOWN_SHARE = 0.85
/** Of a text's words, those that come as the second of a pair: phrases that are in more than one job. */
const PAIR_SHARE = 0.2
const PAIRS = 5000
const LENGTHS = { from: 1450, to: 3000 }

export type Subject = { job: number; title: string; skills: readonly string[] }
export type TextMaker = (random: Random, subject: Subject) => string

/** Texts of some 2,200 characters whose words are as frequent as in the sample, with the job's title and skills among them. */
export function textMaker(texts: readonly string[]): TextMaker {
  const known = counted(texts.flatMap(wordsOf))
  const rare = madeUpWords(WORDS_IN_ALL - known.length)
  const knownWords = new Weighted(...split(known))
  const rareWords = new Weighted(rare, zipf(rare.length))
  const pairs = counted(texts.flatMap((text) => pairsOf(wordsOf(text)))).slice(0, PAIRS)
  const pairWords = new Weighted(...split(pairs))

  return (random, { job, title, skills }) => {
    const length = between(random, LENGTHS.from, LENGTHS.to)
    const lonely = lonelyWord(job)
    let text = `## ${title}\n\n`
    for (let sentence = 0; text.length < length; sentence++) {
      text += opening(random, { sentence, title, skills, lonely })
      for (let words = between(random, 8, 18); words > 0; words--) {
        const kind = random()
        if (kind < PAIR_SHARE / 2) text += ` ${pairWords.draw(random)}`
        else text += ` ${kind < KNOWN_SHARE ? knownWords.draw(random) : rareWords.draw(random)}`
      }
      text += sentence % 5 === 4 ? '.\n\n' : '. '
    }
    return text.trimEnd()
  }
}

type Sentence = { sentence: number; title: string; skills: readonly string[]; lonely: string | null }

function opening(random: Random, { sentence, title, skills, lonely }: Sentence): string {
  if (sentence === 2 && lonely) return lonely
  if (sentence % 3 === 1 && skills.length > 0) return pick(random, skills)
  return sentence === 3 ? title : 'We'
}

export function lonelyWord(job: number): string | null {
  const tenth = Math.floor(seeded(job * 7 + 3)() * 10)
  if (tenth < LONELY_OF_TEN) return LONELY_WORDS[0]
  return tenth < 2 * LONELY_OF_TEN ? LONELY_WORDS[1] : null
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z]+/g) ?? []
}

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`)
}

function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}

function split(counts: readonly [string, number][]): [string[], number[]] {
  return [counts.map(([word]) => word), counts.map(([, count]) => count)]
}

/** Words that can be said, and that no language has on purpose. Every name that the corpus makes up comes from here. */
export function madeUpWords(count: number, seed = 1): string[] {
  const random = seeded(seed)
  const words = new Set<string>()
  while (words.size < count) {
    const syllables = between(random, 3, 4)
    words.add(Array.from({ length: syllables }, () => pick(random, SYLLABLES)).join(''))
  }
  return [...words]
}

const SYLLABLES = [...'bdfgklmnprstvz'].flatMap((one) => [...'aeiou'].map((two) => one + two))
