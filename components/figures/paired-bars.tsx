import type { Drawing } from '@/lib/figures/drawing'
import { shareText } from './amounts'
import { Axis } from './axis'
import { FigureData, FigureTable } from './figure-table'
import { Key } from './key'
import { percent, shareScale } from './scales'

type Props = { drawing: Extract<Drawing, { kind: 'paired-bars' }>; locale: string }

/** Two roles under each other: the first filled, the second hollow. */
export function PairedBars(props: Props) {
  return (
    <>
      <PairedBarsPicture {...props} />
      <PairedBarsTable {...props} />
    </>
  )
}

function PairedBarsPicture({ drawing: { sides, rows }, locale }: Props) {
  const scale = shareScale(
    rows.flatMap(({ shares }) => shares),
    locale,
  )
  return (
    <>
      <Key
        marks={[
          { words: sides[0], sample: <rect className="figure-main" x="0" width="28" y="2" height="10" /> },
          { words: sides[1], sample: <rect className="figure-hollow" x="1" width="26" y="3" height="8" /> },
        ]}
      />
      <ul className="figure-rows figure-single figure-paired">
        {rows.map(({ label, shares }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may bear one name
          <li key={i}>
            <span className="figure-label">{label}</span>
            <svg className="figure-marks" width="100%" height="40" aria-hidden="true">
              <line className="figure-edge" x1="0.5" x2="0.5" y1="0" y2="100%" />
              <rect className="figure-main" x="0" width={percent(scale.at(shares[0]))} y="7" height="11" />
              <rect className="figure-hollow" x="0" width={percent(scale.at(shares[1]))} y="22" height="10" />
            </svg>
            <span className="figure-number figure-two">
              {shares.map((share, side) => (
                <span key={side === 0 ? 'first' : 'second'}>
                  <span className="sr-only">{sides[side]} </span>
                  {shareText(share, locale)}
                  <span className="sr-only">{side === 0 ? ', ' : ''}</span>
                </span>
              ))}
            </span>
          </li>
        ))}
        <li className="figure-foot" aria-hidden="true">
          <Axis scale={scale} />
        </li>
      </ul>
    </>
  )
}

function PairedBarsTable({ drawing: { title, sides, rows }, locale }: Props) {
  return (
    <FigureData>
      <FigureTable
        caption={`${title}: part of the openings of each role`}
        columns={['Entry', ...sides]}
        rows={rows.map(({ label, shares }, i) => ({
          key: `${i}`,
          label,
          cells: shares.map((share) => shareText(share, locale)),
        }))}
      />
    </FigureData>
  )
}
