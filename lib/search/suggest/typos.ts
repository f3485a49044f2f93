import type { LabelIndex, Range } from './label-index'

/** Entries that begin with `letters` after one edit, and how many of their letters that are. */
export type Near = Range & { depth: number }

/**
 * Every entry whose beginning is one edit from `letters`: one letter too many, too few, another one, or two neighbours swapped. Walks the
 * sorted entries along `letters` and tries at each letter only what the entries have there, so no letter of any script is
 * guessed. An entry may come twice.
 */
export function* oneEditAway(index: LabelIndex, letters: string): Generator<Near> {
  let range = index.whole
  for (let at = 0; at < letters.length && range.from < range.to; at++) {
    yield* some(index.follow(range, at, letters, at + 1), letters.length - 1)
    const [typed, next] = [letters[at] ?? '', letters[at + 1]]
    if (next !== undefined && next !== typed) {
      const swapped = index.follow(range, at, next + typed)
      yield* some(index.follow(swapped, at + 2, letters, at + 2), letters.length)
    }
    for (const branch of index.branches(range, at)) {
      if (branch.code === letters.charCodeAt(at)) continue
      yield* some(index.follow(branch, at + 1, letters, at), letters.length + 1)
      yield* some(index.follow(branch, at + 1, letters, at + 1), letters.length)
    }
    range = index.follow(range, at, typed)
  }
}

function* some({ from, to }: Range, depth: number): Generator<Near> {
  if (from < to) yield { from, to, depth }
}
