import './figure.css'
import { dayText } from '@/components/format'
import type { PayPlace } from '@/lib/figures/pay-place'
import { moneyText } from './amounts'
import { Axis, GridLines } from './axis'
import { PayMarks } from './pay-rows'
import { payScale, percent } from './scales'
import { baseText, ReceiptLinks } from './source-line'

type Props = {
  place: PayPlace /** Such as "Backend developer, Senior, United States". */
  about: string
  locale: string
}

/** How the pay of a job stands among that of the others like it. */
export function PayBeside({ place: { point, among }, about, locale }: Props) {
  const { value } = among
  // As everywhere: nobody states pay more exactly than to a hundred.
  const money = (amount: number) => moneyText(Math.round(amount / 100) * 100, value.currency, locale)
  const scale = payScale([value.p10, value.p90, point], value.currency, locale)
  const at = scale.at(point)
  return (
    <section aria-labelledby="pay-beside" className="figure">
      <h2 id="pay-beside" className="text-16 font-semibold">
        How this pay compares
      </h2>
      <p>
        The middle of its range, {money(point)} a year, {placeWords(point, value)} of what open jobs like it
        state ({about}). Their median is {money(value.p50)}, and half lie between {money(value.p25)} and{' '}
        {money(value.p75)}.
      </p>
      <svg className="figure-marks" width="100%" height="28" aria-hidden="true">
        <GridLines scale={scale} />
        <PayMarks row={value} scale={scale} />
        <svg x={percent(at)} y="2" overflow="visible" aria-hidden="true">
          <path className="figure-halo" d="M0 0 L7 -2 L0 8 L-7 -2 Z" />
          <path className="figure-here" d="M-6 0 L6 0 L0 8 Z" />
        </svg>
      </svg>
      <Axis scale={scale} />
      <p className="figure-source">
        {baseText(among, locale)}, <time dateTime={among.asOf}>{dayText(among.asOf, locale)}</time> ·{' '}
        <ReceiptLinks receipt={among} />
      </p>
    </section>
  )
}

function placeWords(point: number, { p25, p50, p75 }: PayPlace['among']['value']): string {
  if (point < p25) return 'lies in the lowest quarter'
  if (point > p75) return 'lies in the highest quarter'
  return point < p50
    ? 'lies in the lower part of the middle half'
    : 'lies in the upper part of the middle half'
}
