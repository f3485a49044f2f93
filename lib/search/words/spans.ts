import { skillWords } from '@/lib/taxonomy/skills'
import type { Meaning, Vocabulary } from './vocabulary'
import type { Leaf, WordTree } from './word-tree'

/** Neighbouring words that are read as one thing, with what they name; a word alone where they name nothing. */
export type Span = {
  leaves: readonly Leaf[]
  meaning: Meaning | null
  alike: readonly string[]
  isNegated: boolean
}

export type SpanTree =
  | { is: 'span'; span: Span }
  | { is: 'all' | 'some'; of: readonly SpanTree[] }
  | { is: 'not'; of: SpanTree }

export function spansOf(tree: WordTree, vocabulary: Vocabulary, isNegated: boolean): SpanTree {
  if (tree.is === 'leaf') return { is: 'all', of: runOf([tree], vocabulary, isNegated) }
  if (tree.is === 'not') return { is: 'not', of: spansOf(tree.of, vocabulary, true) }
  if (tree.is === 'some') return { is: 'some', of: tree.of.map((one) => spansOf(one, vocabulary, isNegated)) }
  const of: SpanTree[] = []
  for (let start = 0; start < tree.of.length; ) {
    const run = leavesFrom(tree.of, start)
    const one = tree.of[start]
    if (run.length > 0) of.push(...runOf(run, vocabulary, isNegated))
    else if (one) of.push(spansOf(one, vocabulary, isNegated))
    start += Math.max(1, run.length)
  }
  return { is: 'all', of }
}

function leavesFrom(of: readonly WordTree[], start: number): Leaf[] {
  const end = of.findIndex((one, i) => i >= start && one.is !== 'leaf')
  return of.slice(start, end < 0 ? of.length : end).filter((one) => one.is === 'leaf')
}

/** The longest known phrases in words that stand side by side; what is said in quotes means its words and nothing else. */
function runOf(leaves: readonly Leaf[], vocabulary: Vocabulary, isNegated: boolean): SpanTree[] {
  const owners = leaves.flatMap((leaf, i) => (leaf.isPhrase ? [null] : skillWords(leaf.text).map(() => i)))
  const words = leaves.flatMap((leaf) => (leaf.isPhrase ? ['"'] : skillWords(leaf.text)))
  const isWhole = ({ start, end }: { start: number; end: number }) =>
    owners[start] !== owners[start - 1] && owners[end - 1] !== owners[end]
  const spans: SpanTree[] = []
  const put = (of: readonly Leaf[], meaning: Meaning | null) => {
    const key = of.flatMap((leaf) => skillWords(leaf.text)).join(' ')
    const isQuoted = of.some((leaf) => leaf.isPhrase)
    const names = (meaning?.senses ?? []).filter((sense) => sense.kind === 'skill' && sense.isAlias)
    const alike = isQuoted ? [] : [...(vocabulary.alike.get(key) ?? []), ...names.map((sense) => sense.label)]
    spans.push({ is: 'span', span: { leaves: of, meaning, alike, isNegated } })
  }
  for (let at = 0; at < leaves.length; ) {
    const leaf = leaves[at]
    const start = owners.indexOf(at)
    const known = start < 0 ? null : vocabulary.meanings.longestAt(words, start, isWhole)
    const noise = start < 0 ? null : vocabulary.noise.longestAt(words, start, isWhole)
    const end = (match: { end: number }) => (owners[match.end - 1] ?? at) + 1
    if (known) put(leaves.slice(at, end(known)), known.value)
    else if (!noise && leaf) put([leaf], null)
    at = known ? end(known) : noise ? end(noise) : at + 1
  }
  // Nothing but such words: then they are what is searched for.
  if (spans.length === 0) for (const leaf of leaves) put([leaf], null)
  return spans
}

/** Every span of a tree, negated ones too. */
export function spansIn(tree: SpanTree): Span[] {
  if (tree.is === 'span') return [tree.span]
  return tree.is === 'not' ? spansIn(tree.of) : tree.of.flatMap(spansIn)
}
