import { numberText } from '@/components/format'
import type { Drawing, PayRow } from '@/lib/figures/drawing'
import { currencyName, moneyText } from './amounts'
import { Axis, GridLines } from './axis'
import { FigureData, FigureTable } from './figure-table'
import { Key } from './key'
import { payScale, percent, type Scale } from './scales'

type Props = { drawing: Extract<Drawing, { kind: 'pay-rows' }>; locale: string }

/** Pay of groups, each currency on a scale of its own: amounts in two currencies cannot be compared by eye. */
export function PayRows(props: Props) {
  return (
    <>
      <PayRowsPicture {...props} />
      <PayRowsTable {...props} />
    </>
  )
}

function PayRowsPicture({ drawing: { rows }, locale }: Props) {
  return (
    <>
      <Key
        marks={[
          { words: 'p10 to p90, eight in ten votes', sample: <RangeSample /> },
          {
            words: 'p25 to p75, the middle half',
            sample: <rect className="figure-main" x="2" width="24" y="2" height="10" />,
          },
          { words: 'p50, the median', sample: <MedianSample /> },
        ]}
      />
      {currenciesOf(rows).map((currency) => (
        <OneCurrency
          key={currency}
          currency={currency}
          rows={rows.filter((row) => row.currency === currency)}
          locale={locale}
        />
      ))}
    </>
  )
}

function currenciesOf(rows: PayRow[]): string[] {
  return [...new Set(rows.map((row) => row.currency))]
}

function OneCurrency({ currency, rows, locale }: { currency: string; rows: PayRow[]; locale: string }) {
  const ends = rows.flatMap(({ p10, p90 }) => [p10, p90])
  const scale = payScale(ends, currency, locale)
  return (
    <div className="figure-currency" data-currency={currency}>
      <ul className="figure-rows">
        <li className="figure-head" aria-hidden="true">
          <span className="figure-label">{currencyName(currency, locale)} a year</span>
          <span className="figure-number">p50</span>
          <span className="figure-number figure-second">votes</span>
        </li>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may bear one name
          <li key={i}>
            <span className="figure-label">{row.label}</span>
            <svg className="figure-marks" width="100%" height="28" aria-hidden="true">
              <GridLines scale={scale} />
              <PayMarks row={row} scale={scale} />
            </svg>
            <span className="figure-number figure-strong">{moneyText(row.p50, currency, locale)}</span>
            <span className="figure-number figure-second">
              {numberText(row.votes, locale)}
              <span className="sr-only"> votes</span>
            </span>
          </li>
        ))}
        <li className="figure-foot" aria-hidden="true">
          <Axis scale={scale} />
        </li>
      </ul>
      {scale.from > 0 ? (
        <p className="figure-note">
          The scale begins at {moneyText(scale.from, currency, locale)}, not at zero.
        </p>
      ) : null}
    </div>
  )
}

const MIDDLE = 14

export function PayMarks({
  row,
  scale,
}: {
  row: Pick<PayRow, 'p10' | 'p25' | 'p50' | 'p75' | 'p90'>
  scale: Scale
}) {
  const [p10, p25, p50, p75, p90] = [row.p10, row.p25, row.p50, row.p75, row.p90].map(scale.at) as Five
  return (
    <>
      <line className="figure-line" x1={percent(p10)} x2={percent(p90)} y1={MIDDLE} y2={MIDDLE} />
      {[p10, p90].map((end, i) => (
        <line
          key={i === 0 ? 'p10' : 'p90'}
          className="figure-line"
          x1={percent(end)}
          x2={percent(end)}
          y1={MIDDLE - 4}
          y2={MIDDLE + 4}
        />
      ))}
      <rect className="figure-main" x={percent(p25)} width={percent(p75 - p25)} y={MIDDLE - 5} height="10" />
      <line className="figure-halo" x1={percent(p50)} x2={percent(p50)} y1={MIDDLE - 9} y2={MIDDLE + 9} />
      <line className="figure-median" x1={percent(p50)} x2={percent(p50)} y1={MIDDLE - 9} y2={MIDDLE + 9} />
    </>
  )
}

type Five = [number, number, number, number, number]

function RangeSample() {
  return (
    <>
      <line className="figure-line" x1="2" x2="26" y1="7" y2="7" />
      <line className="figure-line" x1="2" x2="2" y1="3" y2="11" />
      <line className="figure-line" x1="26" x2="26" y1="3" y2="11" />
    </>
  )
}

function MedianSample() {
  return <line className="figure-median" x1="14" x2="14" y1="0" y2="14" />
}

function PayRowsTable({ drawing: { title, rows }, locale }: Props) {
  return (
    <FigureData>
      <FigureTable
        caption={`${title}: yearly pay`}
        columns={['Group', 'p10', 'p25', 'p50', 'p75', 'p90', 'Votes', 'Openings', 'Companies']}
        rows={rows.map((row, i) => ({
          key: `${i}`,
          label: row.label,
          cells: [
            ...[row.p10, row.p25, row.p50, row.p75, row.p90].map((pay) =>
              moneyText(pay, row.currency, locale),
            ),
            ...[row.votes, row.receipt.openings, row.receipt.companies].map((n) => numberText(n, locale)),
          ],
          receipt: row.receipt,
        }))}
      />
    </FigureData>
  )
}
