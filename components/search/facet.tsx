import { useState } from 'react'
import { numberText } from '@/components/format'
import type { FacetValue } from '@/lib/search/facets'
import { Fold, Group } from './group'
import { jobsHref, type Pairs, pairsOf, toggledIn } from './query-string'
import { SyncedCheck } from './synced'

const FIRST = 7

type Props = {
  name: string
  label: string
  values: FacetValue[]
  query: string
  locale: string
  /** Whether the group starts open; a group with a choice in it is always open. */
  open?: boolean
}

/** One group of values with their counts. A checkbox keeps a value, the small control beside it leaves it out. */
export function Facet({ name, label, values, query, locale, open = false }: Props) {
  const params = new URLSearchParams(query)
  const others = pairsOf(query)
  const kept = new Set(params.getAll(name))
  const left = new Set(params.getAll(`not.${name}`))
  // What was chosen at the start stands on top; a row that is ticked later stays where the hand and the focus are.
  const [onTop] = useState(new Set([...kept, ...left, 'none']))
  const first = values.filter((v, i) => i < FIRST || onTop.has(v.value))
  const rest = values.filter((v) => !first.includes(v))
  const row = (v: FacetValue) => (
    <FacetRow
      key={v.value}
      {...{ name, others, locale, ...v }}
      state={kept.has(v.value) ? 'kept' : left.has(v.value) ? 'left' : null}
    />
  )
  return (
    <Group label={label} chosen={kept.size + left.size} open={open}>
      <ul>{first.map(row)}</ul>
      {rest.length > 0 ? (
        <Fold open={rest.some((v) => kept.has(v.value) || left.has(v.value))}>
          <summary className="min-h-7 rounded py-1 text-sign pointer-coarse:min-h-11 pointer-coarse:content-center">
            {rest.length} more
          </summary>
          <ul>{rest.map(row)}</ul>
        </Fold>
      ) : null}
    </Group>
  )
}

type RowProps = FacetValue & { name: string; others: Pairs; locale: string; state: 'kept' | 'left' | null }

function FacetRow({ name, value, label, count, others, locale, state }: RowProps) {
  const id = `f-${name}-${value}`
  const quiet = count === 0 && state === null
  const shown = value === 'none' ? 'Not stated' : label
  const leaving = state === 'left' ? `Do not leave out ${shown}` : `Leave out ${shown}`
  return (
    <li className="flex items-center gap-1 text-14">
      <label
        htmlFor={id}
        className={`flex min-h-7 min-w-0 flex-1 items-center gap-2 rounded pr-1 pointer-coarse:min-h-11 hover:bg-paper-2 ${quiet ? 'text-ink-2' : ''} ${state === 'kept' ? 'font-medium text-sign' : ''}`}
      >
        <SyncedCheck
          id={id}
          type="checkbox"
          form="search"
          name={state === 'left' ? `not.${name}` : name}
          value={value}
          checked={state !== null}
          className={state === 'left' ? 'accent-closed' : ''}
        />
        <span
          className={`min-w-0 flex-1 truncate ${state === 'left' ? 'line-through decoration-closed' : ''}`}
          title={shown}
        >
          {state === 'left' ? <span className="sr-only">Left out: </span> : null}
          {value === 'none' ? <em className="not-italic text-ink-2">{shown}</em> : shown}
        </span>
        <span className="tabular text-ink-2">{numberText(count, locale)}</span>
      </label>
      <a
        href={jobsHref(toggledIn(others, { [`not.${name}`]: state !== 'left', [name]: false }, value))}
        title={leaving}
        className={`leave-out inline-flex size-7 flex-none items-center justify-center rounded hover:bg-paper-2 pointer-coarse:size-11 ${state === 'left' ? 'text-closed' : 'text-edge hover:text-closed'}`}
      >
        <span className="sr-only">{leaving}</span>
      </a>
    </li>
  )
}
