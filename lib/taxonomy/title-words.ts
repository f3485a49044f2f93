import { plain } from './text'

/** Separates the parts of a title; `/` and `and` join alternatives within one. */
export const BREAK = ','

/** What follows one of these is about the job, not the job: "Software Engineer in Payments". */
export const breaks = new Set([
  BREAK,
  'for',
  'to',
  'at',
  'in',
  'with',
  'within',
  'by',
  'from',
  'on',
  'of',
  'reporting',
  'who',
])
export const alternatives = new Set(['/', 'and', 'or'])

/** "Vendedor(a)", "Assistant(e)", "Trainer:in", "Engineer(s)": both genders, or one and several. */
const endings = /(\p{L}{3})(?:\((?:a|as|e|es|ve|ere|in|innen|s)\)|[:*_](?:in|innen)(?!\p{L}))/gu

/** Words of a title; brackets, spaced dashes and colons become a break, `&` becomes `and`. */
export function titleWords(title: string): string[] {
  return plain(title)
    .replace(endings, '$1')
    .replace(/[–—−]/g, ` ${BREAK} `)
    .replace(/[^\p{L}\p{N}+#&,/\s-]+/gu, ` ${BREAK} `)
    .replace(/\s-+|-+\s|--+/g, ` ${BREAK} `)
    .replace(/-/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/[,/]/g, (mark) => ` ${mark} `)
    .split(/\s+/)
    .filter((word, i, all) => word && !(word === BREAK && all[i - 1] === BREAK))
}

/** "Software Engineers" are hired one by one: the plural of a noun that names a job counts as the noun. */
export function singular(headNouns: ReadonlySet<string>, words: readonly string[]): string[] {
  return words.map((word) =>
    word.endsWith('s') && headNouns.has(word.slice(0, -1)) ? word.slice(0, -1) : word,
  )
}
