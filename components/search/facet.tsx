import { type MouseEvent, type ReactNode, useState } from 'react'
import { TOP_VALUES } from '@/lib/search/defaults'
import type { FacetValue } from '@/lib/search/facets'
import { type ChoiceKey, NONE } from '@/lib/search/search'
import type { Ignored } from '@/lib/search/url/grammar'
import { FacetRow, type RowState } from './facet-row'
import { Group } from './group'
import { type Pairs, pairsOf, wholeFacetHref } from './query-string'
import { Unlisted } from './unlisted'

const FIRST = 8
/** A link that unfolds fewer rows than this takes more room than it saves. */
const WORTH_FOLDING = 3

export type FacetProps = {
  name: ChoiceKey
  label: string
  values: FacetValue[]
  query: string
  /** Parts of the search that had no effect: they stand in its address, and are not counted as chosen. */
  ignored: readonly Ignored[]
  locale: string
  /** Whether the group starts open; a group with a choice in it is always open. */
  open?: boolean
  /** The page was asked to show every row of this group: the way there without scripts. */
  isWhole?: boolean
  note?: string
  children?: ReactNode
}

/** One group of values with their counts. A checkbox keeps a value, the small control beside it leaves it out. */
export function Facet(props: FacetProps) {
  const { name, label, values, query, ignored, locale, open = false, isWhole = false, note, children } = props
  const [isUnfolded, setUnfolded] = useState(isWhole)
  const others = pairsOf(query)
  const stateOf = statesIn(query, name)
  // What was chosen at the start stands on top; a row that is ticked later stays where the hand and the focus are.
  const [onTop] = useState(
    new Set(values.flatMap(({ value }) => (stateOf(value) || value === NONE ? value : []))),
  )
  // A tick taken away leaves its row where it is, with the focus on it, also when others now have more jobs.
  const [touched, setTouched] = useState<ReadonlySet<string>>(onTop)
  const ticked = values.flatMap(({ value }) => (stateOf(value) && !touched.has(value) ? value : []))
  if (ticked.length > 0) setTouched(new Set([...touched, ...ticked]))
  const isFirst = (v: FacetValue, i: number) =>
    i < FIRST || onTop.has(v.value) || (!isUnfolded && (stateOf(v.value) !== null || touched.has(v.value)))
  const isLong = values.filter((v, i) => !isFirst(v, i)).length >= WORTH_FOLDING || isUnfolded
  const first = isLong ? values.filter(isFirst) : values
  const rest = values.filter((v) => !first.includes(v))
  const isEvery = others.some(([key]) => key === `${name}.all`) && !others.some(([key]) => key === name)

  function unfold(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    setUnfolded(!isUnfolded)
  }

  const row = (v: FacetValue) => {
    const state = stateOf(v.value)
    return (
      <FacetRow
        key={v.value}
        {...{ others, locale, state, ...v }}
        facet={name}
        name={keyOf(name, state, isEvery && v.value !== NONE)}
      />
    )
  }
  const keys = [name, `not.${name}`, `${name}.all`]
  const hasEffect = ([key, value]: Pairs[number]) =>
    keys.includes(key) && !ignored.some((part) => part.key === key && part.value === value)
  const chosen = others.filter(hasEffect).length
  return (
    <Group id={`facet-${name}`} label={label} chosen={chosen} open={open || isWhole}>
      {note ? <p className="pb-1 text-12 text-ink-2">{note}</p> : null}
      {children}
      <ul>{first.map(row)}</ul>
      {isLong ? (
        <a
          href={wholeFacetHref(query, isUnfolded ? null : name)}
          rel="nofollow"
          aria-expanded={isUnfolded}
          onClick={unfold}
          className="inline-flex min-h-7 items-center pointer-coarse:min-h-11"
        >
          {isUnfolded ? 'Show fewer' : `Show ${countWords(name, values)}`}
        </a>
      ) : null}
      {isUnfolded ? <ul>{rest.map(row)}</ul> : null}
      <Unlisted name={name} query={query} values={values} />
    </Group>
  )
}

function statesIn(query: string, name: string): (value: string) => RowState {
  const params = new URLSearchParams(query)
  const [kept, left, every] = [name, `not.${name}`, `${name}.all`].map((key) => new Set(params.getAll(key)))
  return (value) =>
    left?.has(value) ? 'left' : every?.has(value) ? 'every' : kept?.has(value) ? 'kept' : null
}

function keyOf(name: string, state: RowState, isEvery: boolean): string {
  if (state === 'left') return `not.${name}`
  return state === 'every' || (state === null && isEvery) ? `${name}.all` : name
}

/** Facets of which only the largest values are answered (lib/search/facets.ts): "all" would not be true. */
const capped: ReadonlySet<ChoiceKey> = new Set(['company', 'place', 'skill', 'from'])

function countWords(name: ChoiceKey, values: FacetValue[]): string {
  const stated = values.filter((v) => v.value !== NONE).length
  return capped.has(name) && values.length >= TOP_VALUES ? `the ${stated} largest` : `all ${stated}`
}
