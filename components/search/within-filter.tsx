import { numberText } from '@/components/format'
import type { FacetValue } from '@/lib/search/facets'
import { Group } from './group'
import { SyncedCheck } from './synced'

type Props = {
  /** Two clocks that are never one "date": the company's, and the one of this board (SEARCH.md §1, rule 10). */
  name: 'posted' | 'seen'
  label: string
  note: string
  query: string
  values: FacetValue[]
  locale: string
  open?: boolean
}

export function WithinFilter({ name, label, note, query, values, locale, open = false }: Props) {
  const chosen = new URLSearchParams(query).get(name) ?? ''
  return (
    <Group
      id={`facet-${name}`}
      label={label}
      chosen={values.some(({ value }) => value === chosen) ? 1 : 0}
      open={open}
    >
      <p className="pb-1 text-12 text-ink-2">{note}</p>
      <ul>
        {[{ value: '', label: 'Any time', count: null }, ...values].map(({ value, label, count }) => (
          <li
            key={value}
            className="facet-row"
            data-state={chosen === value && value ? 'kept' : count === 0 ? 'empty' : undefined}
          >
            <label htmlFor={`f-${name}-${value}`}>
              <SyncedCheck
                id={`f-${name}-${value}`}
                form="search"
                type="radio"
                name={name}
                value={value}
                checked={chosen === value}
              />
              <span>{label}</span>
              {count === null ? null : <span className="tabular">{numberText(count, locale)}</span>}
            </label>
            <span className="leave-out-room" />
          </li>
        ))}
      </ul>
    </Group>
  )
}
