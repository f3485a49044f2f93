import { numberText } from '@/components/format'
import type { Drawing, Receipt } from '@/lib/figures/drawing'
import type { PayValue } from '@/lib/figures/types'
import { currencyName, moneyText } from './amounts'
import { Axis } from './axis'
import { FigureData, FigureTable } from './figure-table'
import { binScale, countScale, percent, type Scale } from './scales'

type Props = { drawing: Extract<Drawing, { kind: 'distribution' }>; locale: string }

/** Pixels: room for the names of the lines, and the bars under it. */
const TOP = 36
const BARS = 144
/** Left of the bars stand the numbers of votes. */
const GUTTER = 32

/** Votes by pay; the darker part is the middle half. */
export function Distribution(props: Props) {
  return (
    <>
      <DistributionPicture {...props} />
      <DistributionTable {...props} />
    </>
  )
}

function DistributionPicture({ drawing: { value, receipts }, locale }: Props) {
  const { currency, bins } = value
  const marks = [value.p25, value.p50, value.p75]
  const pay = binScale([...bins.flatMap(({ from, to }) => [from, to]), ...marks], currency, locale)
  return (
    <>
      <Quartiles value={value} locale={locale} />
      {bins.length > 0 ? (
        <div className="figure-gutter">
          <svg width="100%" height={TOP + BARS} aria-hidden="true">
            <Votes bins={bins} locale={locale} />
            <Bars value={value} pay={pay} />
            <Lines value={value} pay={pay} />
          </svg>
          <Axis scale={pay} />
        </div>
      ) : null}
      <p className="figure-note">{noteOf(value, receipts, pay, locale)}</p>
    </>
  )
}

function Quartiles({ value: { p25, p50, p75, currency }, locale }: { value: PayValue; locale: string }) {
  const rows = [
    { name: 'p25', words: 'a quarter below', amount: p25 },
    { name: 'p50', words: 'the median', amount: p50 },
    { name: 'p75', words: 'a quarter above', amount: p75 },
  ]
  return (
    <dl className="figure-quartiles">
      {rows.map(({ name, words, amount }) => (
        <div key={name}>
          <dt>
            {name} <span>{words}</span>
          </dt>
          <dd>{moneyText(amount, currency, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Votes({ bins, locale }: Pick<PayValue, 'bins'> & { locale: string }) {
  const votes = votesScale(bins, locale)
  return (
    <>
      <text x={-GUTTER} y={TOP - 16}>
        votes
      </text>
      {votes.ticks.map(({ at, text }) => (
        <g key={at}>
          <line className="figure-grid" x1="0" x2="100%" y1={heightOf(at)} y2={heightOf(at)} />
          <text x="-8" y={heightOf(at) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

function Bars({ value: { bins, p25, p75 }, pay }: { value: PayValue; pay: Scale }) {
  const votes = votesScale(bins, 'en')
  return (
    <>
      {bins.flatMap((bin) => {
        const top = heightOf(votes.at(bin.votes))
        return partsOf(bin, p25, p75).map(({ from, to, isMiddle }) => (
          <rect
            key={`${from} ${isMiddle}`}
            className={isMiddle ? 'figure-main figure-seam' : 'figure-quiet figure-seam'}
            x={percent(pay.at(from))}
            width={percent(pay.at(to) - pay.at(from))}
            y={top}
            height={Number((TOP + BARS - top).toFixed(2))}
          />
        ))
      })}
      <line className="figure-edge" x1="0" x2="100%" y1={TOP + BARS - 0.5} y2={TOP + BARS - 0.5} />
    </>
  )
}

/** A bar is cut where the middle half begins and ends. */
function partsOf({ from, to }: { from: number; to: number }, p25: number, p75: number) {
  const cuts = [p25, p75].filter((cut) => cut > from && cut < to)
  const edges = [...new Set([from, ...cuts, to])]
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? from
    return { from: start, to: end, isMiddle: start >= p25 && end <= p75 }
  })
}

/** The names stand left of the first line, above the second and right of the third, so that close lines keep theirs. */
function Lines({ value, pay }: { value: PayValue; pay: Scale }) {
  const lines = [
    { name: 'p25', at: pay.at(value.p25), top: 22, dx: -4, anchor: 'end', beside: true },
    { name: 'p75', at: pay.at(value.p75), top: 22, dx: 4, anchor: 'start', beside: true },
    { name: 'p50', at: pay.at(value.p50), top: 18, dx: 0, anchor: 'middle', beside: false },
  ] as const
  return lines.map(({ name, at, top, dx, anchor, beside }) => (
    <g key={name} data-line={name}>
      <line className="figure-halo" x1={percent(at)} x2={percent(at)} y1={top} y2={TOP + BARS} />
      <line
        className={beside ? 'figure-line figure-dashed' : 'figure-line'}
        x1={percent(at)}
        x2={percent(at)}
        y1={top}
        y2={TOP + BARS}
      />
      <text className="figure-strong" x={percent(at)} dx={dx} y={beside ? 32 : 12} textAnchor={anchor}>
        {name}
      </text>
    </g>
  ))
}

function DistributionTable({ drawing: { title, value }, locale }: Props) {
  const money = (amount: number) => moneyText(amount, value.currency, locale)
  return (
    <FigureData>
      <FigureTable
        caption={`${title}: percentiles`}
        columns={['Percentile of the votes', `${currencyName(value.currency, locale)} a year`]}
        rows={(['p10', 'p25', 'p50', 'p75', 'p90'] as const).map((name) => ({
          key: name,
          label: name,
          cells: [money(value[name])],
        }))}
      />
      {value.bins.length > 0 ? (
        <FigureTable
          caption={`${title}: votes by pay, ${numberText(value.votes, locale)} in all`}
          columns={['Pay a year, from and up to below', 'Votes']}
          rows={value.bins.map(({ from, to, votes }) => ({
            key: `${from}`,
            label: `${money(from)} – ${money(to)}`,
            cells: [numberText(votes, locale)],
          }))}
        />
      ) : null}
    </FigureData>
  )
}

function noteOf(value: PayValue, receipts: Receipt[], pay: Scale, locale: string): string {
  const { votes, currency, openingsInAll } = value
  const count = (n: number) => numberText(n, locale)
  const start =
    pay.from > 0 ? `, on a scale from ${moneyText(pay.from, currency, locale)}, not from zero` : ''
  const stated = receipts[0]
    ? ` ${count(receipts[0].openings)} of ${count(openingsInAll)} openings state their pay.`
    : ''
  return `${currencyName(currency, locale)} a year${start}. ${count(votes)} ${votes === 1 ? 'vote' : 'votes'}: one for each company and level.${stated}`
}

const votesScale = (bins: PayValue['bins'], locale: string) =>
  countScale(
    bins.map(({ votes }) => votes),
    3,
    locale,
  )

/** Pixels from the top, of hundredths from the bottom. */
const heightOf = (hundredths: number) => Number((TOP + BARS * (1 - hundredths / 100)).toFixed(2))
