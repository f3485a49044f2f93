import { splitSentences } from '../check/prose'
import type { IndexedPage } from './page-index'
import type { Section } from './sections'
import { type Asked, says, tokensIn, wordsOf } from './words'

/** Pieces of a text, one after the other; those that were asked for are marked. */
export type Piece = { text: string; isMarked: boolean }

const EXCERPT_CHARS = 220
/** So much stands before the first marked word of a sentence that is too long. */
const BEFORE_CHARS = 60

/** Words in a heading say more about a passage than words in its text. */
const HEADING_POINTS = 3

/**
 * The passage to lead to: the one that says most of what the title leaves open, the first of several. The beginning of the page where
 * the title says everything, or no passage more.
 */
export function passageOf({ page, sections }: IndexedPage, asked: readonly Asked[]): Section | undefined {
  const title = wordsOf(page.title)
  const open = asked.filter((one) => !title.some((word) => says(word, one)))
  const points = sections.map((section) => pointsOf(section, open))
  return sections[points.indexOf(Math.max(0, ...points))]
}

function pointsOf(section: Section, open: readonly Asked[]): number {
  if (open.length === 0) return 0
  const { inHeading, inText } = wordsIn(section)
  return open.reduce((sum, one) => {
    if (inHeading.some((word) => says(word, one))) return sum + HEADING_POINTS
    return inText.some((word) => says(word, one)) ? sum + 1 : sum
  }, 0)
}

type SectionWords = { inHeading: string[]; inText: string[] }
const kept = new WeakMap<Section, SectionWords>()

/** Each once. Kept: taking twenty pages apart for every search is most of its work. */
function wordsIn(section: Section): SectionWords {
  const known = kept.get(section)
  if (known) return known
  const made = {
    inHeading: wordsOf(section.heading),
    inText: [...new Set(wordsOf(section.lines.join('\n')))],
  }
  kept.set(section, made)
  return made
}

/** From the sentence on that says most of what was asked; `otherwise` where none says any of it. */
export function excerptOf(lines: readonly string[], otherwise: string, asked: readonly Asked[]): Piece[] {
  let best = { text: otherwise, said: 0 }
  for (const line of lines) {
    const sentences = splitSentences(line)
    for (const [at, sentence] of sentences.entries()) {
      const words = wordsOf(sentence)
      const said = asked.filter((one) => words.some((word) => says(word, one))).length
      if (said > best.said) best = { text: sentences.slice(at).join(' '), said }
    }
  }
  return marked(shortened(best.text, asked), asked)
}

function shortened(text: string, asked: readonly Asked[]): string {
  const first = tokensIn(text).find(({ word }) => asked.some((one) => says(word, one)))?.at ?? 0
  const from = first > EXCERPT_CHARS - BEFORE_CHARS ? text.indexOf(' ', first - BEFORE_CHARS) + 1 : 0
  if (text.length - from <= EXCERPT_CHARS) return `${from > 0 ? '… ' : ''}${text.slice(from)}`
  const cut = text.slice(from, from + EXCERPT_CHARS)
  const to = cut.lastIndexOf(' ')
  return `${from > 0 ? '… ' : ''}${cut.slice(0, to > 0 ? to : undefined).replace(/[\s·,;:]+$/, '')} …`
}

function marked(text: string, asked: readonly Asked[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const token of tokensIn(text)) {
    if (!asked.some((one) => says(token.word, one))) continue
    if (token.at > from) pieces.push({ text: text.slice(from, token.at), isMarked: false })
    pieces.push({ text: token.text, isMarked: true })
    from = token.at + token.text.length
  }
  return from < text.length ? [...pieces, { text: text.slice(from), isMarked: false }] : pieces
}
