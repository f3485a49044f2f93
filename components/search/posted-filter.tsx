import type { FacetValue } from '@/lib/search/facets'
import { Group } from './group'
import { SyncedCheck } from './synced'

const windows = [
  { value: '1d', label: 'Last 24 hours' },
  { value: '3d', label: 'Last 3 days' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
]

/** By the date on which the company first published the job; a new look at an old job does not make it young. */
export function PostedFilter({
  query,
  values,
  locale,
}: {
  query: string
  values: FacetValue[]
  locale: string
}) {
  const chosen = new URLSearchParams(query).get('posted') ?? ''
  const count = (value: string) => values.find((v) => v.value === value)?.count
  const number = new Intl.NumberFormat(locale)
  return (
    <Group label="First published" open>
      {[{ value: '', label: 'Any time' }, ...windows].map((choice) => (
        <label
          key={choice.value}
          htmlFor={`f-posted-${choice.value}`}
          className={`flex min-h-7 items-center gap-2 rounded pointer-coarse:min-h-11 hover:bg-paper-2 ${chosen === choice.value && chosen ? 'font-medium text-sign' : ''}`}
        >
          <SyncedCheck
            id={`f-posted-${choice.value}`}
            form="search"
            type="radio"
            name="posted"
            value={choice.value}
            checked={chosen === choice.value}
          />
          <span className="flex-1">{choice.label}</span>
          {count(choice.value) === undefined ? null : (
            <span className="tabular pr-9 pointer-coarse:pr-13 text-ink-2">
              {number.format(count(choice.value) ?? 0)}
            </span>
          )}
        </label>
      ))}
    </Group>
  )
}
