import { numberText } from '@/components/format'
import type { FacetValue } from '@/lib/search/facets'
import { jobsHref, type Pairs, toggledIn } from './query-string'
import { SyncedCheck } from './synced'

/** `every`: one of several of which a job must have all (`skill.all`). */
export type RowState = 'kept' | 'every' | 'left' | null

type Props = FacetValue & {
  /** The key of the facet, and the one that a tick of this row says. */
  facet: string
  name: string
  others: Pairs
  locale: string
  state: RowState
}

/** "San Francisco, US" of `san-francisco-us`: in a narrow column the country is cut short, not what tells names apart. */
function shortLabel(facet: string, value: string, label: string): string {
  const code = facet === 'place' || facet === 'region' ? /-([a-z]{2})$/.exec(value)?.[1] : undefined
  return code ? label.replace(/, [^,]+$/, `, ${code.toUpperCase()}`) : label
}

/** One value with its count. Drawn by `.facet-row` (globals.css): a listing has a hundred of them. */
export function FacetRow({ facet, name, value, label, count, others, locale, state }: Props) {
  const id = `f-${facet}-${value}`
  const short = shortLabel(facet, value, label)
  const leaving = state === 'left' ? `Do not leave out ${label}` : `Leave out ${label}`
  const left = toggledIn(
    others,
    { [`not.${facet}`]: state !== 'left', [facet]: false, [`${facet}.all`]: false },
    value,
  )
  return (
    <li className="facet-row" data-state={state ?? (count === 0 ? 'empty' : undefined)}>
      <label htmlFor={id}>
        <SyncedCheck
          id={id}
          type="checkbox"
          form="search"
          name={name}
          value={value}
          checked={state !== null}
        />
        <span title={short === label ? undefined : label}>
          {state === 'left' ? <span className="sr-only">Left out: </span> : null}
          {short}
        </span>
        <span className="tabular">{numberText(count, locale)}</span>
      </label>
      <a href={jobsHref(left)} title={leaving} className="leave-out">
        <span className="sr-only">{leaving}</span>
      </a>
    </li>
  )
}
