import { bitsIn } from './bits'

/**
 * The known word that was probably meant: at most one edit in three letters away (insert, delete, replace, swap of two
 * neighbours), or the only one that begins with it. Null when nothing is near.
 */
export function nearest(typed: string, known: Iterable<string>): string | null {
  const word = typed.toLowerCase().slice(0, MAX_LENGTH)
  if (word === '') return null
  const letters = lettersOf(word)
  let limit = Math.max(1, Math.floor(word.length / 3))
  let best: string | null = null
  const beginning: string[] = []
  for (const candidate of known) {
    if (word.length >= 3 && candidate.startsWith(word)) beginning.push(candidate)
    if (Math.abs(candidate.length - word.length) > limit) continue
    // An edit takes one letter away and brings another, at most: most of thousands of words are passed over by that.
    if (bitsIn(letters ^ lettersOf(candidate)) > limit * 2) continue
    const distance = editDistance(word, candidate)
    // `<` after the first: of equally near ones the first known wins, so the answer does not change from call to call.
    if (distance <= limit && (best === null || distance < limit)) {
      best = candidate
      limit = distance
    }
  }
  if (best !== null) return best
  return beginning.length === 1 ? (beginning[0] ?? null) : null
}

const MAX_LENGTH = 80

/** A bit for each letter that is there; letters of other alphabets share bits. */
function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** Optimal string alignment: https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swaps ? at(beforeLast, j - 2) + 1 : Infinity
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped))
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
