import { jobsOf, sharesBy } from '@/lib/figures/asked'
import { figuresOf, type Known } from '@/lib/figures/queries'
import type { Dimension, Figure, Measure, PayValue } from '@/lib/figures/types'
import type { Section } from './input'

type Base = { openings: number; companies: number; asOf: string }
type Bar = { name: string; share: number }

/** What the picture of a guide, as other sites show it beside a link, says in numbers. */
export type Cover =
  | ({ kind: 'pay'; role: string; country: string; value: PayValue } & Base)
  | ({ kind: 'shares'; by: Dimension; bars: Bar[] } & Base)
  | ({ kind: 'jobs' } & Base)

/** What the reader of a section came for, first. */
const firstAsked: Record<Section, readonly ('pay' | Dimension)[]> = {
  overview: ['pay', 'skill'],
  salary: ['pay', 'skill'],
  'how-to-become': ['seniority', 'skill'],
  skills: ['skill'],
  resume: ['skill'],
  interview: ['skill'],
}
const BARS = 5

/** Null where too few openings tell anything. */
export async function coverOf({ role, section }: { role: string; section: Section }): Promise<Cover | null> {
  const known = await figuresOf([role])
  for (const asked of firstAsked[section]) {
    const cover = asked === 'pay' ? payCover(known, role) : sharesCover(known, role, asked)
    if (cover) return cover
  }
  const jobs = known.find(jobsOf(role))
  return jobs && jobs.openings > 0 ? { kind: 'jobs', ...baseOf(jobs) } : null
}

/** Of the country in which most openings state it; of two the first by its letters. */
function payCover(known: Known, role: string): Cover | null {
  const [first] = payByCountry(known, role)
  return first ? coverOfPay(first) : null
}

/** The pay of both roles in one country and currency, so that they can be compared; else none. */
export async function coversOfPair([one, other]: readonly [string, string]): Promise<Cover[]> {
  const known = await figuresOf([one, other])
  const others = payByCountry(known, other)
  for (const own of payByCountry(known, one)) {
    const beside = others.find(
      ({ measure, value }) =>
        measure.within.country === own.measure.within.country && value?.currency === own.value?.currency,
    )
    if (beside) return [own, beside].flatMap((figure) => coverOfPay(figure) ?? [])
  }
  return []
}

function payByCountry(known: Known, role: string): PayFigure[] {
  return known.figures
    .filter(isWholePay)
    .filter(({ measure }) => measure.role === role)
    .sort((a, b) => b.openings - a.openings || (a.measure.within.country < b.measure.within.country ? -1 : 1))
}

function coverOfPay({ measure, value, ...figure }: PayFigure): Cover | null {
  const { role, within } = measure
  return value ? { kind: 'pay', role, country: within.country, value, ...baseOf(figure) } : null
}

type PayFigure = Figure<Extract<Measure, { of: 'pay' }>>

function isWholePay(figure: Figure): figure is PayFigure {
  return figure.measure.of === 'pay' && Object.keys(figure.measure.within).length === 1
}

function sharesCover(known: Known, role: string, by: Dimension): Cover | null {
  const found = known.find(sharesBy(by, role))
  const bars = (found?.value.entries ?? [])
    .filter(({ slug }) => slug !== 'none')
    .slice(0, BARS)
    .map(({ name, openings }) => ({ name, share: openings / (found?.openings ?? 1) }))
  return found && bars.length > 1 ? { kind: 'shares', by, bars, ...baseOf(found) } : null
}

function baseOf({ openings, companies, asOf }: Base): Base {
  return { openings, companies, asOf }
}
