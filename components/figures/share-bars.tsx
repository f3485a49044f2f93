import { numberText } from '@/components/format'
import type { Drawing, ShareRow } from '@/lib/figures/drawing'
import { shareText } from './amounts'
import { Axis } from './axis'
import { FigureData, FigureTable } from './figure-table'
import { percent, shareScale } from './scales'

type Props = { drawing: Extract<Drawing, { kind: 'bars' }>; locale: string }

/** How many of the openings name each, in the order given. */
export function ShareBars(props: Props) {
  return (
    <>
      <ShareBarsPicture {...props} />
      <ShareBarsTable {...props} />
    </>
  )
}

function ShareBarsPicture({ drawing: { rows, openings }, locale }: Props) {
  const shares = rows.map((row) => shareOf(row, openings))
  const scale = shareScale(shares, locale)
  const all = numberText(openings, locale)
  return (
    <ul className="figure-rows">
      <li className="figure-head" aria-hidden="true">
        <span className="figure-label">Of {all} openings</span>
        <span className="figure-number">share</span>
        <span className="figure-number">openings</span>
      </li>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may bear one name
        <li key={i}>
          <span className="figure-label">
            <Label row={row} />
          </span>
          <svg className="figure-marks" width="100%" height="28" aria-hidden="true">
            <line className="figure-edge" x1="0.5" x2="0.5" y1="0" y2="100%" />
            <rect className="figure-main" x="0" width={percent(scale.at(shares[i] ?? 0))} y="8" height="12" />
          </svg>
          <span className="figure-number figure-strong">{shareText(shares[i] ?? 0, locale)}</span>
          <span className="figure-number figure-second">
            {numberText(row.openings, locale)}
            <span className="sr-only"> of {all} openings</span>
          </span>
        </li>
      ))}
      <li className="figure-foot" aria-hidden="true">
        <Axis scale={scale} />
      </li>
    </ul>
  )
}

function ShareBarsTable({ drawing: { title, rows, openings }, locale }: Props) {
  const all = numberText(openings, locale)
  return (
    <FigureData>
      <FigureTable
        caption={`${title}: openings out of ${all}`}
        columns={['Entry', 'Share', 'Openings']}
        rows={rows.map((row, i) => ({
          key: `${i}`,
          label: <Label row={row} />,
          cells: [shareText(shareOf(row, openings), locale), `${numberText(row.openings, locale)} of ${all}`],
        }))}
      />
    </FigureData>
  )
}

function Label({ row: { label, href } }: { row: ShareRow }) {
  return href ? <a href={href}>{label}</a> : label
}

function shareOf(row: ShareRow, openings: number): number {
  return openings > 0 ? row.openings / openings : 0
}
