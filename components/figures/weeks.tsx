import { area, curveLinear, curveStepAfter, line } from 'd3-shape'
import type { ReactNode } from 'react'
import { dayText, numberText } from '@/components/format'
import type { Drawing } from '@/lib/figures/drawing'
import type { WeeksValue } from '@/lib/figures/types'
import { FigureData, FigureTable } from './figure-table'
import { Key } from './key'
import { anchorAt, countScale, percent } from './scales'

type Props = { drawing: Extract<Drawing, { kind: 'weeks' }>; locale: string }
type Week = WeeksValue['weeks'][number]

/** Pixels. */
const OPEN = 104
const HALF = 52
const PAD = 8
/** Above the line there is room for its last number. */
const TOP = 20

/** What came and went above and below one line, and over it what was left open. */
export function Weeks(props: Props) {
  return (
    <>
      <WeeksPicture {...props} />
      {props.drawing.value.weeks.length > 0 ? <WeeksTable {...props} /> : null}
    </>
  )
}

function WeeksPicture({ drawing: { value }, locale }: Props) {
  const { weeks, since } = value
  const watched = `Seen by this board since ${dayText(since, locale)}. Weeks begin on Monday, UTC.`
  if (weeks.length === 0) return <p className="figure-note">{watched} No whole week has passed yet.</p>
  return (
    <>
      <Key marks={[{ words: 'Open at the end of the week', sample: <OpenSample /> }]} />
      <div className="figure-gutter">
        <OpenInAll weeks={weeks} locale={locale} />
      </div>
      <Key
        marks={[
          {
            words: 'Opened in the week, upwards',
            sample: <rect className="figure-main" width="28" y="2" height="10" />,
          },
          {
            words: 'Closed in the week, downwards',
            sample: <rect className="figure-gone" x="1" width="26" y="3" height="8" />,
          },
        ]}
      />
      <div className="figure-gutter">
        <CameAndWent weeks={weeks} locale={locale} />
        <WeekAxis weeks={weeks} locale={locale} />
      </div>
      <p className="figure-note">{watched}</p>
    </>
  )
}

function OpenInAll({ weeks, locale }: { weeks: Week[]; locale: string }) {
  const scale = countScale(
    weeks.map(({ open }) => open),
    3,
    locale,
  )
  const points = weeks.map(({ open }, i) => ({ x: middleOf(i, weeks.length), y: 100 - scale.at(open) }))
  const last = points.at(-1)
  return (
    <svg width="100%" height={OPEN + TOP + PAD} aria-hidden="true">
      {scale.ticks.map(({ at, text }) => (
        <Level key={at} y={TOP + OPEN * (1 - at / 100)} text={text} isBase={at === 0} />
      ))}
      <Stretched y={TOP} height={OPEN}>
        <path className="figure-open" data-line="open" d={openLine(points) ?? ''} />
      </Stretched>
      {last ? (
        <>
          <circle className="figure-dot" cx={percent(last.x)} cy={TOP + (OPEN * last.y) / 100} r="4" />
          <text
            className="figure-strong"
            x={percent(last.x)}
            y={TOP + (OPEN * last.y) / 100 - 9}
            textAnchor={weeks.length > 1 ? 'end' : 'middle'}
          >
            {numberText(weeks.at(-1)?.open ?? 0, locale)}
          </text>
        </>
      ) : null}
    </svg>
  )
}

const openLine = line<{ x: number; y: number }>(
  (point) => point.x,
  (point) => point.y,
).curve(curveLinear)

function CameAndWent({ weeks, locale }: { weeks: Week[]; locale: string }) {
  const scale = countScale(
    weeks.flatMap(({ opened, closed }) => [opened, closed]),
    2,
    locale,
  )
  const zero = PAD + HALF
  return (
    <svg width="100%" height={2 * HALF + 2 * PAD} aria-hidden="true">
      {scale.ticks.map(({ at, text }) => (
        <g key={at}>
          <Level y={zero - (HALF * at) / 100} text={text} isBase={false} />
          {at > 0 ? <Level y={zero + (HALF * at) / 100} text={text} isBase={false} /> : null}
        </g>
      ))}
      <Stretched y={PAD} height={HALF}>
        <path
          className="figure-main"
          data-line="opened"
          d={steps(weeks.map(({ opened }) => 100 - scale.at(opened)))(100)}
        />
      </Stretched>
      <Stretched y={zero} height={HALF}>
        <path
          className="figure-gone"
          data-line="closed"
          d={steps(weeks.map(({ closed }) => scale.at(closed)))(0)}
        />
      </Stretched>
      <line className="figure-edge" x1="0" x2="100%" y1={zero} y2={zero} />
    </svg>
  )
}

/** A step for each week, as wide as the week, filled to the base. */
function steps(heights: number[]): (base: number) => string {
  const wide = [...heights, heights.at(-1) ?? 0].map((y, i) => ({ x: (100 * i) / heights.length, y }))
  return (base) =>
    area<{ x: number; y: number }>()
      .x((point) => point.x)
      .y0(base)
      .y1((point) => point.y)
      .curve(curveStepAfter)(wide) ?? ''
}

/** Paths know no percentages: theirs is a square of a hundred that is pulled to the width, with strokes left as they are. */
function Stretched({ y, height, children }: { y: number; height: number; children: ReactNode }) {
  return (
    <svg
      y={y}
      width="100%"
      height={height}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

function Level({ y, text, isBase }: { y: number; text: string; isBase: boolean }) {
  return (
    <>
      <line className={isBase ? 'figure-edge' : 'figure-grid'} x1="0" x2="100%" y1={y} y2={y} />
      <text x="-8" y={y + 4} textAnchor="end">
        {text}
      </text>
    </>
  )
}

function WeekAxis({ weeks, locale }: { weeks: Week[]; locale: string }) {
  return (
    <svg className="figure-axis" width="100%" height="22" aria-hidden="true">
      {namedWeeks(weeks.length).map((i) => {
        const at = middleOf(i, weeks.length)
        return (
          <g key={i}>
            <line className="figure-edge" x1={percent(at)} x2={percent(at)} y1="0" y2="5" />
            <text x={percent(at)} y="18" textAnchor={weeks.length === 1 ? 'middle' : anchorAt(at)}>
              {shortDay(weeks, i, locale)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** At most four, from the first to the last: so many fit on a phone. */
function namedWeeks(count: number): number[] {
  const named = Math.min(4, count)
  if (named < 2) return count === 0 ? [] : [0]
  return [...new Set(Array.from({ length: named }, (_, k) => Math.round((k * (count - 1)) / (named - 1))))]
}

function shortDay(weeks: Week[], i: number, locale: string): string {
  const isOneYear = weeks[0]?.week.slice(0, 4) === weeks.at(-1)?.week.slice(0, 4)
  const parts = isOneYear
    ? ({ month: 'short', day: 'numeric' } as const)
    : ({ month: 'short', year: 'numeric' } as const)
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }).format(new Date(weeks[i]?.week ?? ''))
}

const middleOf = (i: number, count: number) => (100 * (i + 0.5)) / count

function OpenSample() {
  return (
    <>
      <line className="figure-open" x1="0" x2="22" y1="7" y2="7" />
      <circle className="figure-dot" cx="22" cy="7" r="4" />
    </>
  )
}

function WeeksTable({ drawing: { title, value }, locale }: Props) {
  return (
    <FigureData>
      <FigureTable
        caption={`${title}: openings by week, beginning on Monday`}
        columns={['Week of', 'Opened', 'Closed', 'Open at its end']}
        rows={value.weeks.map(({ week, opened, closed, open }) => ({
          key: week,
          label: <time dateTime={week}>{dayText(week, locale)}</time>,
          cells: [opened, closed, open].map((count) => numberText(count, locale)),
        }))}
      />
    </FigureData>
  )
}
