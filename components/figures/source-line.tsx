import { dayText, numberText } from '@/components/format'
import type { Drawing, Receipt } from '@/lib/figures/drawing'

/** On what a drawing rests. Rows with receipts of their own lead to their jobs in the table. */
export function SourceLine({ drawing, locale }: { drawing: Drawing; locale: string }) {
  const { receipts } = drawing
  if (receipts.length === 0) return null
  if (drawing.kind === 'pay-rows' && receipts.length > 1) {
    return (
      <p className="figure-source">
        Counted <Counted receipts={receipts} locale={locale} />. The openings, companies and jobs of each row
        stand in the table.
      </p>
    )
  }
  const sides = drawing.kind === 'paired-bars' && receipts.length === 2 ? drawing.sides : []
  return receipts.map((receipt, i) => (
    <p className="figure-source" key={receipt.id}>
      {sides[i] ? `${sides[i]}: ` : null}
      {baseText(receipt, locale)}, <Counted receipts={[receipt]} locale={locale} />
      <span className="figure-links">
        {'\u00a0· '}
        <ReceiptLinks receipt={receipt} />
      </span>
    </p>
  ))
}

/** Exactly the jobs that were counted, and the numbers for other programs. */
export function ReceiptLinks({ receipt }: { receipt: Pick<Receipt, 'id'> }) {
  const id = encodeURIComponent(receipt.id)
  return (
    <span className="figure-doors">
      <a href={`/jobs?figure=${id}`}>the jobs</a> · <a href={`/api/v1/figures/${id}.csv`}>CSV</a> ·{' '}
      <a href={`/api/v1/figures/${id}`}>JSON</a>
    </span>
  )
}

/** "143 openings at 41 companies". */
export function baseText(
  { openings, companies }: Pick<Receipt, 'openings' | 'companies'>,
  locale: string,
): string {
  const of = (count: number, one: string, many: string) =>
    `${numberText(count, locale)} ${count === 1 ? one : many}`
  return `${of(openings, 'opening', 'openings')} at ${of(companies, 'company', 'companies')}`
}

function Counted({ receipts, locale }: { receipts: Receipt[]; locale: string }) {
  const days = receipts.map(({ asOf }) => asOf).sort()
  const [first = '', last = first] = [days[0], days.at(-1)]
  const isOneDay = dayText(first, locale) === dayText(last, locale)
  return (
    <>
      <time dateTime={first}>{dayText(first, locale)}</time>
      {isOneDay ? null : (
        <>
          {' – '}
          <time dateTime={last}>{dayText(last, locale)}</time>
        </>
      )}
    </>
  )
}
