import type { SkillKind } from '@/db/values'
import { readable } from './readable'
import type { SkillContext, SkillContexts } from './skill-contexts'
import { type Word, wordsOf } from './words'

/** An alias, with the rules by which it counts; null: it means nothing else. */
export type SkillEntry = { slug: string; kind: SkillKind; words: string[]; context: SkillContext | null }

/** Words of a text, by their numbers. `entry` null: in them the name of a skill means something else. */
export type Mention = { entry: SkillEntry | null; start: number; end: number }

/** A text cut into words, sentences and lines; a word is named by its number. */
export type SkillText = {
  readable: string
  tokens: readonly Word[]
  words: readonly string[]
  /** Per word: the number of its first and the one after its last neighbour in the sentence, and its line. */
  sentenceStart: Int32Array
  sentenceEnd: Int32Array
  line: Int32Array
  /** Lines of a part about benefits or the company's own procedures. */
  isOfOthers: readonly boolean[]
  /** The marks before a word. */
  marksBefore(at: number): string
}

/** Rules read whole sentences for each name in them: a text without an end must not take the square of its length. */
const MAX_SENTENCE_WORDS = 120

const abbreviations = new Set([
  'eg',
  'ie',
  'etc',
  'vs',
  'incl',
  'inc',
  'st',
  'dr',
  'mr',
  'ms',
  'no',
  'approx',
])

export function skillText(source: string, contexts: SkillContexts): SkillText {
  const text = readable(source)
  const tokens = wordsOf(text)
  const words = tokens.map(({ word }) => word)
  const sentenceStart = new Int32Array(words.length)
  const sentenceEnd = new Int32Array(words.length)
  const line = new Int32Array(words.length)
  const marksBefore = (at: number) => text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? text.length)
  let first = 0
  let lines = 0
  const close = (end: number) => {
    for (let at = first; at < end; at++) {
      sentenceStart[at] = first
      sentenceEnd[at] = end
    }
    first = end
  }
  for (let at = 0; at < words.length; at++) {
    const marks = marksBefore(at)
    const isNewLine = marks.includes('\n')
    const isTooLong = at - first === MAX_SENTENCE_WORDS
    if (isNewLine) lines++
    if (
      isNewLine ||
      isTooLong ||
      endsSentence(marks, words[at - 1] ?? '', text.charCodeAt(tokens[at]?.start ?? 0))
    )
      close(at)
    line[at] = lines
  }
  close(words.length)
  return {
    readable: text,
    tokens,
    words,
    sentenceStart,
    sentenceEnd,
    line,
    isOfOthers: linesOfOthers({ text, tokens, words, line, lines: lines + 1 }, contexts.sections),
    marksBefore,
  }
}

function endsSentence(marks: string, wordBefore: string, next: number): boolean {
  if (/[;•·]/.test(marks)) return true
  const isLower = next >= 97 && next <= 122
  return /[.!?]["”’')\]]*\s/.test(marks) && !isLower && !abbreviations.has(wordBefore)
}

type Lines = {
  text: string
  tokens: readonly Word[]
  words: readonly string[]
  line: Int32Array
  lines: number
}

/** A heading such as "Benefits" begins such a part; the next line that looks like the heading of another one ends it. */
function linesOfOthers(
  { text, tokens, words, line, lines }: Lines,
  { ofOthers, firstWords }: SkillContexts['sections'],
): boolean[] {
  const isOfOthers: boolean[] = new Array(lines).fill(false)
  let within = false
  for (let from = 0; from < words.length; ) {
    let to = from
    while (to < words.length && line[to] === line[from]) to++
    if (to - from <= MAX_HEADING_WORDS) {
      if (ofOthers.has(words.slice(from, to).join(' '))) within = true
      else if (within && startsPart(words[from] ?? '', text, tokens[to - 1]?.end ?? 0, firstWords))
        within = false
    }
    isOfOthers[line[from] ?? 0] = within
    from = to
  }
  return isOfOthers
}

const MAX_HEADING_WORDS = 8

function startsPart(firstWord: string, text: string, end: number, firstWords: ReadonlySet<string>): boolean {
  return firstWords.has(firstWord) && !/^[.,]/.test(text.slice(end, end + 1))
}
