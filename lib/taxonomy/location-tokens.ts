import { plain } from './text'

/** `list` a comma; `with` a dash, colon or bracket, which ties what it parts; `or` parts alternatives. */
export type Marks = 'list' | 'with' | 'or'
export type Token = { word: string; raw: string; mark?: Marks }

const pattern = /[\p{L}\p{N}\p{M}.'’`´&%]+|[,;|•·∙\n/+\\]|\s[-–—−]+(?=\s|$)|[-–—−]{2,}|[():[\]{}–—−]/gu
const marks: Readonly<Record<string, Marks>> = {
  ',': 'list',
  ';': 'or',
  '|': 'or',
  '•': 'or',
  '·': 'or',
  '∙': 'or',
  '\n': 'or',
  '/': 'or',
  '\\': 'or',
  '+': 'or',
}
const joiningWords = new Set(['or', 'and', 'und', 'et', 'y', 'oder', 'ou', 'plus'])
/** What follows is where the job is not. */
const exclusions = new Set(['except', 'excluding', 'excludes', 'exclude', 'outside', 'excl'])

export function tokensOf(text: string): Token[] {
  const found = [...text.matchAll(pattern)].map((match) => match[0].trim())
  const tokens: Token[] = []
  let depth = 0
  // "Remote (US or Canada)" is one alternative.
  const add = (word: string, raw: string, mark: Marks) => {
    tokens.push({ word, raw, mark: mark === 'or' && depth > 0 ? 'list' : mark })
  }
  for (const [i, piece] of found.entries()) {
    const word = plain(piece).replace(/%/g, '').replace(/^&$/, 'and')
    if (exclusions.has(word)) break
    if (/^[([{]$/.test(piece)) depth++
    if (/^[)\]}]$/.test(piece)) depth = Math.max(0, depth - 1)
    if (/^[^\p{L}\p{N}&]/u.test(piece)) add(piece, piece, marks[piece] ?? 'with')
    else if (joins(word, piece, found[i - 1], found[i + 1])) add(word, piece, 'or')
    else if (word) tokens.push({ word, raw: piece.replace(/\./g, '') })
  }
  return tokens
}

/** `OR` is Oregon where the name ends with it: "Portland, OR; Seattle", "Salem, OR 97301", "Portland, OR, USA". */
function joins(word: string, raw: string, before: string | undefined, after: string | undefined): boolean {
  if (!joiningWords.has(word)) return false
  const endsName = after === undefined || /^([^\p{L}].*|usa?|united|or|and)$/iu.test(after)
  return raw !== 'OR' || !(before === ',' && endsName)
}
