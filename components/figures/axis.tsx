import { anchorAt, percent, type Scale } from './scales'

/** Hairlines of a scale behind the marks of one row. */
export function GridLines({ scale }: { scale: Scale }) {
  return scale.ticks.map(({ at }) => (
    <line key={at} className="figure-grid" x1={percent(at)} x2={percent(at)} y1="0" y2="100%" />
  ))
}

/** The numbers under the marks. The drawing does not scale, so letters keep their size at any width. */
export function Axis({ scale }: { scale: Scale }) {
  return (
    <svg className="figure-axis" width="100%" height="22" aria-hidden="true">
      {scale.ticks.map(({ at, text }) => (
        <g key={at}>
          <line className="figure-edge" x1={percent(at)} x2={percent(at)} y1="0" y2="5" />
          <text x={percent(at)} y="18" textAnchor={anchorAt(at)}>
            {text}
          </text>
        </g>
      ))}
    </svg>
  )
}
