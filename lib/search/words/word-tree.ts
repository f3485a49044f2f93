/** Words as somebody types them, read like `websearch_to_tsquery` reads them: phrases in quotes, minus, OR below AND. */
export type WordTree =
  /** One word, or what stood in quotes, as typed. `at` is its place among all of them. */
  | { is: 'leaf'; text: string; isPhrase: boolean; at: number }
  | { is: 'all' | 'some'; of: readonly WordTree[] }
  | { is: 'not'; of: WordTree }

export type Leaf = Extract<WordTree, { is: 'leaf' }>

/** `-`, and the real minus signs that a phone puts in its place. */
const MINUS = '[-\u2212\u2013]'
const token = new RegExp(`(${MINUS}?)"([^"]*)(?:"|$)|(${MINUS}*)([^\\s"]+)`, 'gu')

/** Null when nothing is asked for. Time and depth are linear in the text. */
export function parseWords(q: string): WordTree | null {
  const alternatives: WordTree[][] = [[]]
  let at = 0
  for (const [, phraseMinus, phrase, minus, word] of q.matchAll(token)) {
    const text = (phrase ?? word ?? '').trim()
    if (phrase === undefined && minus === '' && /^or$/i.test(text)) alternatives.push([])
    else if (/[\p{L}\p{N}]/u.test(text)) {
      const leaf: Leaf = { is: 'leaf', text, isPhrase: phrase !== undefined, at: at++ }
      alternatives.at(-1)?.push((phraseMinus ?? minus) ? { is: 'not', of: leaf } : leaf)
    }
  }
  const some = alternatives.flatMap((of) => both('all', of) ?? [])
  return both('some', some)
}

function both(is: 'all' | 'some', of: readonly WordTree[]): WordTree | null {
  return of.length > 1 ? { is, of } : (of[0] ?? null)
}

export function leavesOf(tree: WordTree | null): Leaf[] {
  if (tree === null) return []
  if (tree.is === 'leaf') return [tree]
  return tree.is === 'not' ? leavesOf(tree.of) : tree.of.flatMap(leavesOf)
}

/** As it would be typed again. */
export function printWords(tree: WordTree | null): string {
  if (tree === null) return ''
  if (tree.is === 'leaf') return tree.isPhrase ? `"${tree.text}"` : tree.text
  if (tree.is === 'not') return `-${printWords(tree.of)}`
  return tree.of.map(printWords).join(tree.is === 'all' ? ' ' : ' or ')
}

/** The same without one of its words; null when none is left. */
export function withoutLeaf(tree: WordTree, at: number): WordTree | null {
  if (tree.is === 'leaf') return tree.at === at ? null : tree
  if (tree.is === 'not') {
    const of = withoutLeaf(tree.of, at)
    return of && { is: 'not', of }
  }
  return both(
    tree.is,
    tree.of.flatMap((one) => withoutLeaf(one, at) ?? []),
  )
}
