import { plain } from './text'

/** `list` a comma; `with` a dash, colon or bracket, which ties what it parts; `or` parts alternatives. */
export type Marks = 'list' | 'with' | 'or'
export type Token = { word: string; raw: string; mark?: Marks }

const pattern = /[\p{L}\p{N}\p{M}.'’`´&%]+|[,;|•·∙\n/+\\]|\s[-–—−]+(?=\s|$)|[-–—−]{2,}|[():[\]{}–—−]/gu
const marks: Readonly<Record<string, Marks>> = { ',': 'list', ';': 'or', '|': 'or', '•': 'or', '·': 'or', '∙': 'or', '\n': 'or', '/': 'or', '\\': 'or', '+': 'or' }
const joiningWords = new Set(['or', 'and', '&', 'und', 'et', 'y', 'oder', 'ou', 'plus'])
/** What follows is where the job is not. */
const exclusions = new Set(['except', 'excluding', 'excludes', 'exclude', 'outside', 'excl'])

export function tokensOf(text: string): Token[] {
  const found = [...text.matchAll(pattern)].map((match) => match[0].trim())
  const tokens: Token[] = []
  for (const [i, piece] of found.entries()) {
    const word = plain(piece).replace(/%/g, '')
    if (exclusions.has(word)) break
    if (/^[^\p{L}\p{N}&]/u.test(piece)) tokens.push({ word: piece, raw: piece, mark: marks[piece] ?? 'with' })
    else if (joins(word, piece, found[i - 1], found[i + 1])) tokens.push({ word, raw: piece, mark: 'or' })
    else if (word) tokens.push({ word, raw: piece.replace(/\./g, '') })
  }
  return tokens
}

/** `OR` after a comma, or last, is Oregon. */
function joins(word: string, raw: string, before: string | undefined, after: string | undefined): boolean {
  if (!joiningWords.has(word)) return false
  return raw !== 'OR' || !(before === ',' || after === undefined || /^([,;|/•(]|or|and)$/i.test(after))
}
