import type { AnyPage } from '../pages'
import { countWords } from '../text'
import type { Prose, Sentence } from './prose'

const LEAST_WORDS = 900
const MOST_WORDS = 1800

/** A grade of school: what is read with ease after eleven years of it. */
export const HARDEST = 11

/** How long a guide is, and how hard a text is to read. */
export function faultsOfReading(page: AnyPage, { words, sentences }: Prose): string[] {
  const level = readingLevel(sentences)
  const isLength = page.kind !== 'guide' || (words >= LEAST_WORDS && words <= MOST_WORDS)
  return [
    ...(isLength ? [] : [`it has ${words} words, and ${LEAST_WORDS} to ${MOST_WORDS} are right`]),
    ...(level <= HARDEST
      ? []
      : [`its reading level is ${level.toFixed(1)}, and at most ${HARDEST} is right`]),
  ]
}

/**
 * The Automated Readability Index (Smith and Senter 1967, https://apps.dtic.mil/sti/citations/AD0667273) over running text:
 * 4.71 × characters per word + 0.5 × words per sentence − 21.43. It counts no syllables, so a program counts like a person.
 */
export function readingLevel(sentences: readonly Pick<Sentence, 'text' | 'isRunning'>[]): number {
  const running = sentences.filter(({ isRunning }) => isRunning).map(({ text }) => text)
  const words = running.reduce((sum, text) => sum + countWords(text), 0)
  const characters = running.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  if (words === 0) return 0
  return 4.71 * (characters / words) + 0.5 * (words / running.length) - 21.43
}
