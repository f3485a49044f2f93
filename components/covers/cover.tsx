import type { ReactElement, ReactNode } from 'react'
import { moneyText, shareText, shortMoneyText } from '@/components/figures/amounts'
import { dayText, numberText } from '@/components/format'
import { signShapes } from '@/components/layout/logo'
import type { PayValue } from '@/lib/figures/types'
import type { Cover } from '@/lib/guides/cover'

// Drawn by satori, which knows flex boxes and no style sheet. Colours are those of the light theme, in the only form that it reads.

const ink = '#18201c'
const ink2 = '#515953'
const paper = '#fcfbf7'
const line = '#dddcd4'
const sign = '#025b35'
const soft = '#def2e5'

type Props = {
  board: string
  title: string
  covers: readonly Cover[]
  /** Of a role or country that a cover names. */
  names: Readonly<Record<string, string>>
  locale: string
}

/** 1200 by 630: whose guide it is, and what the open jobs say today. */
export function CoverPicture({ board, title, covers, names, locale }: Props): ReactElement {
  const [first] = covers
  const number = (count: number) => numberText(count, locale)
  const countsOf = ({ openings, companies }: Cover) =>
    `${number(openings)} openings of ${number(companies)} companies`
  return (
    <div
      style={{
        ...column,
        width: 1200,
        height: 630,
        padding: 64,
        background: paper,
        color: ink,
        fontFamily: 'Geist',
      }}
    >
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: ink2 }}>
        <div style={{ display: 'flex' }}>Role guide</div>
        <div style={{ display: 'flex', alignItems: 'center', gap: 12, color: ink, fontWeight: 600 }}>
          <Sign />
          {board}
        </div>
      </div>
      <div style={{ ...heading, fontSize: titleSize(title) }}>{title}</div>
      <div style={{ ...column, flexGrow: 1, justifyContent: 'center', gap: 28 }}>
        <Facts covers={covers} names={names} locale={locale} />
      </div>
      {first ? (
        <div style={foot}>{`From ${covers.map(countsOf).join(' and ')}, ${dayText(first.asOf, locale)}`}</div>
      ) : null}
    </div>
  )
}

const column = { display: 'flex', flexDirection: 'column' } as const
const heading = { display: 'flex', flexShrink: 0, fontWeight: 600, lineHeight: 1.1, paddingTop: 20 } as const
const foot = {
  display: 'flex',
  flexShrink: 0,
  fontSize: 26,
  color: ink2,
  borderTop: `2px solid ${line}`,
  paddingTop: 22,
} as const

/** So that it stays on one line as far as it can. */
function titleSize({ length }: string): number {
  if (length <= 28) return 68
  return length <= 36 ? 54 : 44
}

/** One kind of facts, or the pay of two roles on one scale. */
function Facts({ covers, names, locale }: Pick<Props, 'covers' | 'names' | 'locale'>): ReactElement | null {
  const [first] = covers
  if (!first) return null
  if (first.kind === 'jobs') return <Lead>{`${numberText(first.openings, locale)} open jobs`}</Lead>
  if (first.kind === 'shares') return <Bars cover={first} locale={locale} />
  const paid = covers.filter((cover) => cover.kind === 'pay')
  const low = Math.min(...paid.map(({ value }) => value.p10))
  const high = Math.max(...paid.map(({ value }) => value.p90))
  const isPair = paid.length > 1
  const money = (amount: number) => shortMoneyText(amount, first.value.currency, locale)
  return (
    <div style={{ ...column, gap: isPair ? 22 : 14 }}>
      {paid.map((cover) => (
        <Pay
          key={cover.role}
          about={`${isPair ? `${names[cover.role]}: ` : ''}median pay a year, ${names[cover.country]}`}
          value={cover.value}
          scale={[low, high]}
          isSmall={isPair}
          locale={locale}
        />
      ))}
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 24, color: ink2 }}>
        <div style={{ display: 'flex' }}>{isPair ? money(low) : `${money(low)}: one in ten pays less`}</div>
        <div style={{ display: 'flex' }}>{isPair ? money(high) : `${money(high)}: one in ten pays more`}</div>
      </div>
    </div>
  )
}

const WIDTH = 1072

type PayProps = {
  about: string
  value: PayValue
  scale: readonly [low: number, high: number]
  isSmall: boolean
  locale: string
}

/** From the 10th to the 90th part of a hundred, the middle half, and the median. */
function Pay({ about, value, scale: [low, high], isSmall, locale }: PayProps) {
  const at = (amount: number) => ((amount - low) / Math.max(1, high - low)) * WIDTH
  const span = (from: number, to: number) =>
    ({ position: 'absolute', left: at(from), width: at(to) - at(from) }) as const
  return (
    <div style={{ ...column, gap: isSmall ? 8 : 14 }}>
      <div style={{ display: 'flex', alignItems: 'flex-end', gap: 18 }}>
        <div style={{ display: 'flex', fontSize: isSmall ? 44 : 76, fontWeight: 600, color: sign }}>
          {moneyText(value.p50, value.currency, locale)}
        </div>
        <div style={{ display: 'flex', fontSize: 28, color: ink2, paddingBottom: isSmall ? 4 : 12 }}>
          {about}
        </div>
      </div>
      <div style={{ display: 'flex', position: 'relative', height: 26, width: WIDTH }}>
        <div style={{ ...span(value.p10, value.p90), height: 26, background: soft, borderRadius: 13 }} />
        <div style={{ ...span(value.p25, value.p75), height: 26, background: sign, opacity: 0.45 }} />
        <div
          style={{
            position: 'absolute',
            left: at(value.p50) - 4,
            top: -8,
            width: 8,
            height: 42,
            background: ink,
          }}
        />
      </div>
    </div>
  )
}

const leads: Partial<Record<string, string>> = {
  skill: 'Asked for most',
  seniority: 'By level',
  workplace: 'By workplace',
}

function Bars({ cover, locale }: { cover: Extract<Cover, { kind: 'shares' }>; locale: string }) {
  const most = Math.max(...cover.bars.map(({ share }) => share))
  return (
    <div style={{ ...column, gap: 9 }}>
      <Lead>{leads[cover.by] ?? ''}</Lead>
      {cover.bars.map(({ name, share }) => (
        <div key={name} style={{ display: 'flex', alignItems: 'center', fontSize: 28 }}>
          <div style={{ display: 'flex', width: 300 }}>{name}</div>
          <div
            style={{
              display: 'flex',
              height: 30,
              width: Math.max(6, (share / most) * 640),
              background: sign,
              borderRadius: 4,
            }}
          />
          <div style={{ display: 'flex', paddingLeft: 16, color: ink2 }}>{shareText(share, locale)}</div>
        </div>
      ))}
    </div>
  )
}

function Lead({ children }: { children: ReactNode }) {
  return <div style={{ display: 'flex', fontSize: 34, fontWeight: 600, color: sign }}>{children}</div>
}

function Sign() {
  return (
    <svg viewBox="0 0 24 24" width="36" height="36" aria-hidden="true">
      <path d={signShapes.post} fill={ink} />
      <path d={signShapes.near} fill={sign} />
      <path d={signShapes.far} fill={sign} opacity="0.55" />
    </svg>
  )
}
