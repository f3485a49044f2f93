import { setImmediate as breathe } from 'node:timers/promises'
import { fold } from './fold'
import { byWeight, kinds, type Label } from './label'

/** Where a name is entered: at its beginning, or at a later word of a label. */
export const entryForms = { label: 0, word: 1, alias: 2, code: 3 } as const

/** Entries in order of their text, from the first up to but without the last. */
export type Range = { from: number; to: number }

/** Ends each name: sorts before everything that a folded name can hold. */
const END = 10

/** Names folded between two turns of the event loop: some milliseconds. */
const NAMES_A_TURN = 2000

/**
 * All names in one string, and every place in it where a name can be entered, sorted by what follows: what begins with the same
 * letters stands together. 13 bytes an entry beside the text; a label's number is its rank, 0 the best.
 */
export class LabelIndex {
  readonly whole: Range
  /** Ranks from this one on have no open job. */
  readonly joblessFrom: number
  /** Of each label, its kind's place in `kinds`. */
  private readonly kindNumbers: Uint8Array

  private constructor(
    readonly labels: readonly Label[],
    private readonly text: string,
    private readonly starts: Uint32Array,
    private readonly ranks: Uint32Array,
    private readonly forms: Uint8Array,
  ) {
    this.whole = { from: 0, to: starts.length }
    const jobless = labels.findIndex(({ jobs }) => jobs === 0)
    this.joblessFrom = jobless < 0 ? labels.length : jobless
    this.kindNumbers = Uint8Array.from(labels, ({ kind }) => kinds.indexOf(kind))
  }

  /** Lets other requests through while it works. */
  static async build(unranked: readonly Label[]): Promise<LabelIndex> {
    const labels = [...unranked].sort(byWeight)
    const names: string[] = []
    const entries: { start: number[]; rank: number[]; form: number[] } = { start: [], rank: [], form: [] }
    let length = 0
    function enter(name: string, rank: number, form: number) {
      const folded = fold(name)
      if (folded === '') return
      for (let at = 0; at >= 0; at = form === entryForms.label ? folded.indexOf(' ', at) : -1) {
        if (at > 0) at++
        entries.start.push(length + at)
        entries.rank.push(rank)
        entries.form.push(at > 0 ? entryForms.word : form)
      }
      names.push(folded)
      length += folded.length + 1
    }
    for (const [rank, { label, aliases, codes }] of labels.entries()) {
      if (rank % NAMES_A_TURN === 0) await breathe()
      enter(label, rank, entryForms.label)
      for (const alias of aliases) enter(alias, rank, entryForms.alias)
      for (const code of codes) enter(code, rank, entryForms.code)
    }
    const text = `${names.join('\n')}\n`
    const order = await sortedEntries(text, entries.start)
    return new LabelIndex(
      labels,
      text,
      order.map((entry) => entries.start[entry] ?? 0),
      order.map((entry) => entries.rank[entry] ?? 0),
      Uint8Array.from(order, (entry) => entries.form[entry] ?? 0),
    )
  }

  kindOf(rank: number): number {
    return this.kindNumbers[rank] ?? 0
  }

  rankOf(entry: number): number {
    return this.ranks[entry] ?? 0
  }

  formOf(entry: number): number {
    return this.forms[entry] ?? 0
  }

  /** Of `range`, whose entries share their first `depth` letters: where those that have no more letters end. They stand first. */
  wholeUpTo(range: Range, depth: number): number {
    return this.firstFrom(range, depth, END + 1)
  }

  /** Of `range`, whose entries share their first `depth` letters: those that go on with `letters`, from the letter `at` on. */
  follow(range: Range, depth: number, letters: string, at = 0): Range {
    let { from, to } = range
    for (let i = at; i < letters.length && from < to; i++, depth++) {
      const code = letters.charCodeAt(i)
      from = this.firstFrom({ from, to }, depth, code)
      to = this.firstFrom({ from, to }, depth, code + 1)
    }
    return { from, to }
  }

  /** `range` by the letter that stands at `depth`; names that end there are left out. */
  *branches(range: Range, depth: number): Generator<Range & { code: number }> {
    for (let { from } = range; from < range.to; ) {
      const code = this.codeAt(from, depth)
      const to = this.firstFrom({ from, to: range.to }, depth, code + 1)
      if (code !== END) yield { from, to, code }
      from = to
    }
  }

  /** The first entry of `range` whose letter at `depth` is `code` or greater. */
  private firstFrom({ from, to }: Range, depth: number, code: number): number {
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.codeAt(middle, depth) < code) from = middle + 1
      else to = middle
    }
    return from
  }

  private codeAt(entry: number, depth: number): number {
    return this.text.charCodeAt((this.starts[entry] ?? 0) + depth)
  }
}

/** Numbers of the entries by what follows in `text`; one first letter after the other, so that no turn takes long. */
async function sortedEntries(text: string, starts: readonly number[]): Promise<Uint32Array> {
  const byFirst = new Map<number, number[]>()
  for (const [entry, start] of starts.entries()) {
    const first = text.charCodeAt(start)
    const known = byFirst.get(first)
    if (known) known.push(entry)
    else byFirst.set(first, [entry])
  }
  const order = new Uint32Array(starts.length)
  let filled = 0
  for (const [, entries] of [...byFirst].sort(([a], [b]) => a - b)) {
    await breathe()
    entries.sort((a, b) => compareAt(text, starts[a] ?? 0, starts[b] ?? 0))
    order.set(entries, filled)
    filled += entries.length
  }
  return order
}

function compareAt(text: string, a: number, b: number): number {
  for (let i = 0; ; i++) {
    const [x, y] = [text.charCodeAt(a + i), text.charCodeAt(b + i)]
    if (x !== y) return x - y
    if (x === END) return 0
  }
}
