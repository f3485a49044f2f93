import type { FacetValue } from '@/lib/search/facets'
import { Group } from './group'
import { SyncedCheck, SyncedInput, SyncedSelect } from './synced'

type Props = { query: string; values: FacetValue[]; currency: string; locale: string }

/** A floor that is compared with the top of each range. What states no pay is kept, counted, and can be left out. */
export function PayFilter({ query, values, currency, locale }: Props) {
  const params = new URLSearchParams(query)
  const count = (value: string) => values.find((v) => v.value === value)?.count ?? 0
  const number = new Intl.NumberFormat(locale)
  const asked = params.get('currency') ?? currency
  return (
    <Group label="Pay" open>
      <div className="grid gap-1">
        <div className="flex items-center gap-2">
          <label htmlFor="f-pay" className="whitespace-nowrap">
            At least
          </label>
          <SyncedInput
            id="f-pay"
            form="search"
            name="pay"
            type="number"
            inputMode="numeric"
            min={0}
            step={5000}
            max={10_000_000}
            value={params.get('pay') ?? ''}
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
            className="control w-20 px-1"
          >
            {currencyChoices(currency).map((code) => (
              <option key={code} value={code === currency ? '' : code}>
                {code}
              </option>
            ))}
          </SyncedSelect>
        </div>
        <p className="py-1 text-12 text-ink-2">
          A year, compared with the top of each range. Without exchange rates only pay in {asked} is compared.
        </p>
        <label
          htmlFor="f-not-pay"
          className="flex min-h-7 items-center gap-2 rounded pointer-coarse:min-h-11 hover:bg-paper-2"
        >
          <SyncedCheck
            id="f-not-pay"
            form="search"
            type="checkbox"
            name="not.pay"
            value="none"
            checked={params.getAll('not.pay').includes('none')}
          />
          <span className="flex-1">Leave out pay not stated</span>
          <span className="tabular pr-9 pointer-coarse:pr-13 text-ink-2">{number.format(count('none'))}</span>
        </label>
        <label
          htmlFor="f-also-pay"
          className="flex min-h-7 items-center gap-2 rounded pointer-coarse:min-h-11 hover:bg-paper-2"
        >
          <SyncedCheck
            id="f-also-pay"
            form="search"
            type="checkbox"
            name="also.pay"
            value="other"
            checked={params.getAll('also.pay').includes('other')}
          />
          <span className="flex-1">Keep other currencies</span>
          <span className="tabular pr-9 pointer-coarse:pr-13 text-ink-2">
            {number.format(count('other'))}
          </span>
        </label>
      </div>
    </Group>
  )
}

const offered = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'INR', 'SGD', 'BRL', 'JPY', 'PLN', 'SEK']

function currencyChoices(board: string): string[] {
  return [board, ...offered.filter((code) => code !== board)]
}
