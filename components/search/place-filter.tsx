import type { MouseEvent } from 'react'
import { useRef } from 'react'
import { useHomeCountry } from '@/components/eligibility/home-country'
import { NONE, radii } from '@/lib/search/search'
import { Facet, type FacetProps } from './facet'
import { SyncedCheck, SyncedSelect } from './synced'
import { useHasScripts } from './use-has-scripts'

/** Cities, how far around them, and whether remote jobs count beside them. Without a place the last two say nothing. */
export function PlaceFilter(props: Omit<FacetProps, 'name' | 'label' | 'children'>) {
  const params = new URLSearchParams(props.query)
  const hasPlace = params.getAll('place').some((value) => value !== NONE)
  // Without scripts they are always there: nobody could enable them when a place is ticked.
  const isIdle = useHasScripts() && !hasPlace
  return (
    <Facet name="place" label="Place" {...props}>
      <div className={`grid gap-1 pb-1 ${isIdle ? 'text-ink-2' : ''}`}>
        <div className="flex items-center gap-2">
          <label htmlFor="f-radius" className="flex-1 whitespace-nowrap">
            How far around
          </label>
          <SyncedSelect
            id="f-radius"
            form="search"
            name="radius"
            value={params.get('radius') ?? ''}
            disabled={isIdle}
            className="control w-28 px-1 pointer-coarse:w-32 disabled:text-ink-2"
          >
            <option value="">Only there</option>
            {radii.map((km) => (
              <option key={km} value={km}>
                {km} km
              </option>
            ))}
          </SyncedSelect>
        </div>
        <OrRemote isOn={params.get('near_or_remote') === '1'} isIdle={isIdle} hasFrom={params.has('from')} />
        {/* One line, whichever it is: the filters below keep their place under the hand. */}
        <p className="text-12 text-ink-2">
          {hasPlace ? 'As the crow flies, between town centres.' : 'Both count once a place is chosen.'}
        </p>
      </div>
    </Facet>
  )
}

/** Remote for me: for where this browser's person works, as soon as that is known; else the server takes the country of the place. */
function OrRemote({ isOn, isIdle, hasFrom }: { isOn: boolean; isIdle: boolean; hasFrom: boolean }) {
  const home = useHomeCountry()
  const from = useRef<HTMLInputElement>(null)

  // A click comes before the change that searches: the form then says where "me" is, and no longer does when that is taken back.
  function sayWhere({ currentTarget: { checked, form } }: MouseEvent<HTMLInputElement>) {
    if (from.current) from.current.disabled = !checked
    if (checked || home === null) return
    for (const control of form?.elements ?? []) {
      if (control instanceof HTMLInputElement && control.name === 'from' && control.value === home)
        control.checked = false
    }
  }

  return (
    <label htmlFor="f-near" className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
      <SyncedCheck
        id="f-near"
        form="search"
        type="checkbox"
        name="near_or_remote"
        value="1"
        checked={isOn}
        disabled={isIdle}
        onClick={sayWhere}
      />
      Or remote for me
      {home !== null && !hasFrom && !isOn ? (
        <input ref={from} type="hidden" form="search" name="from" value={home} disabled />
      ) : null}
    </label>
  )
}
