import { fold } from '@/lib/search/suggest/fold'

/** Said by every page: they count only where nothing else was asked. */
const little = new Set(
  'a an and are as at be by can do does for from how i in is it its my of on or should that the their this to was what when where which who why with you your'.split(
    ' ',
  ),
)

/** A word that was asked. The last one may go on: `start` is what it begins with so far. */
export type Asked = { typed: string; word: string; start: string | null }

/** Words as they are compared: without accents, and one of several as several of it. */
export function wordsOf(text: string): string[] {
  return fold(text).split(' ').filter(Boolean).map(singular)
}

/** The words of a text where they stand in it. */
export function tokensIn(text: string): { at: number; text: string; word: string }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}+#]+(?:['’.][\p{L}\p{M}\p{N}+#]+)*/gu)].map(
    ({ index, 0: found }) => ({ at: index, text: found, word: singular(fold(found)) }),
  )
}

/** What is looked for: words that tell pages apart, each once; those that do not, where there are no others. */
export function wordsAsked(text: string): Asked[] {
  const tokens = tokensIn(text).filter(({ word }) => word !== '')
  const last = tokens.at(-1)
  const all = tokens
    .filter(({ word }, at) => tokens.findIndex((other) => other.word === word) === at)
    .map(({ text: typed, word }) => ({ typed, word, start: word === last?.word ? startOf(last.text) : null }))
  const telling = all.filter(({ typed }) => !little.has(fold(typed)))
  return telling.length > 0 ? telling : all
}

/** A single letter begins too much. */
export function startOf(typed: string): string | null {
  const letters = fold(typed)
  return letters.length > 1 ? letters : null
}

export function says(word: string, { word: asked, start }: Asked): boolean {
  return word === asked || (start !== null && word.startsWith(start))
}

/** English plurals, enough that `deadlocks` and `deadlock`, `queries` and `query` are the same. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(ss|x|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}
