import { numberText } from '@/components/format'
import { payPeriods } from '@/db/values'
import { payPeriodLabels } from '@/lib/jobs/labels'
import type { FacetValue } from '@/lib/search/facets'
import { NONE, OTHER_CURRENCY } from '@/lib/search/search'
import { Group } from './group'
import { jobsHref, pairsOf, sortedQuery } from './query-string'
import { SyncedCheck, SyncedInput, SyncedSelect } from './synced'

type Props = { query: string; values: FacetValue[]; currency: string; locale: string }

/** A floor that is compared with the top of each range. What states no pay is kept, counted, and can be left out. */
export function PayFilter({ query, values, currency, locale }: Props) {
  const params = new URLSearchParams(query)
  const count = (value: string) => values.find((v) => v.value === value)?.count ?? 0
  const asked = params.get('currency') ?? currency
  const isNone = params.get('pay') === NONE
  return (
    <Group id="facet-pay" label="Pay" open>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
        <div className="grid grid-cols-[auto_minmax(0,1fr)_5rem] items-center gap-2">
          <label htmlFor="f-pay" className="whitespace-nowrap">
            At least
          </label>
          <SyncedInput
            id="f-pay"
            form="search"
            name="pay"
            inputMode="decimal"
            maxLength={14}
            value={isNone ? '' : (params.get('pay') ?? '')}
            placeholder="70000"
            className="control tabular min-w-0"
          />
          <label htmlFor="f-currency" className="sr-only">
            Currency
          </label>
          <SyncedSelect
            id="f-currency"
            form="search"
            name="currency"
            value={asked === currency ? '' : asked}
            className="control px-1"
          >
            {currencyChoices(currency, asked).map((code) => (
              <option key={code} value={code === currency ? '' : code}>
                {code}
              </option>
            ))}
          </SyncedSelect>
          <label htmlFor="f-period" className="sr-only">
            Pay is for
          </label>
          <SyncedSelect
            id="f-period"
            form="search"
            name="period"
            value={periodAsked(params.get('period'))}
            className="control col-start-2 col-end-4 px-1"
          >
            {[...payPeriods].reverse().map((period) => (
              <option key={period} value={period === 'year' ? '' : period}>
                {payPeriodLabels[period]}
              </option>
            ))}
          </SyncedSelect>
        </div>
        <p className="pt-1 text-12 text-ink-2">
          Compared with the top of each range, by year. Without exchange rates only pay in {asked} is
          compared.
        </p>
        <ul>
          {offeredFloors(values).map((floor) => (
            <li key={floor.value} className="facet-row" data-state={floor.count === 0 ? 'empty' : undefined}>
              <a href={jobsHref(withFloor(query, floor.value, asked))}>
                <span>{floor.label}</span>
                <span className="tabular">{numberText(floor.count, locale)}</span>
              </a>
              <span className="leave-out-room" />
            </li>
          ))}
          <Tick
            name="not.pay"
            value={NONE}
            label="Only stated pay"
            count={numberText(count(NONE), locale)}
            isOn={params.getAll('not.pay').includes(NONE)}
          />
          {isNone ? (
            <Tick
              name="pay"
              value={NONE}
              label="Only pay not stated"
              count={numberText(count(NONE), locale)}
              isOn
            />
          ) : null}
          <Tick
            name="also.pay"
            value={OTHER_CURRENCY}
            label="Keep other currencies"
            count={numberText(count(OTHER_CURRENCY), locale)}
            isOn={params.getAll('also.pay').includes(OTHER_CURRENCY)}
          />
        </ul>
      </div>
    </Group>
  )
}

type TickProps = { name: string; value: string; label: string; count: string; isOn: boolean }

function Tick({ name, value, label, count, isOn }: TickProps) {
  const id = `f-${name === 'pay' ? 'only-pay' : name.replace('.', '-')}`
  return (
    <li className="facet-row" data-state={isOn ? 'kept' : undefined}>
      <label htmlFor={id}>
        <SyncedCheck id={id} form="search" type="checkbox" name={name} value={value} checked={isOn} />
        <span>{label}</span>
        <span className="tabular">{count}</span>
      </label>
      <span className="leave-out-room" />
    </li>
  )
}

const FLOORS = 4

/** Of the floors that are counted, a few at round distances: each is one click, any other is typed. */
function offeredFloors(values: FacetValue[]): FacetValue[] {
  const floors = values.filter((v) => v.value !== NONE && v.value !== OTHER_CURRENCY && v.count > 0)
  const most = floors[0]?.count ?? 0
  const shares = Array.from({ length: FLOORS }, (_, i) => ((FLOORS - i) / (FLOORS + 1)) * most)
  const near = shares.flatMap((share) => floors.findLast((v) => v.count >= share && isRound(v)) ?? [])
  return [...new Set(near)]
}

function isRound({ value }: FacetValue): boolean {
  return Number(value) % 10_000 === 0
}

/** The rows are counted by year in one currency. */
function withFloor(query: string, floor: string, currency: string): string {
  const others = pairsOf(query).filter(([key]) => key !== 'pay' && key !== 'currency' && key !== 'period')
  return sortedQuery([...others, ['pay', floor], ['currency', currency]])
}

function periodAsked(period: string | null): string {
  return payPeriods.find((known) => known === period && known !== 'year') ?? ''
}

const offered = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'INR', 'SGD', 'BRL', 'JPY', 'PLN', 'SEK']

function currencyChoices(board: string, asked: string): string[] {
  return [...new Set([board, ...(/^[A-Z]{3}$/.test(asked) ? [asked] : []), ...offered])]
}
