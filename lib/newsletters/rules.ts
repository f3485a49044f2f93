import { type Seniority, seniorities } from '@/db/values'
import { jobsOf, payOf, sharesBy } from '@/lib/figures/asked'
import { toHundreds } from '@/lib/figures/phrase'
import type { Known } from '@/lib/figures/queries'
import {
  type Figure,
  type Measure,
  MIN_COMPANIES,
  MIN_OPENINGS,
  type PayValue,
  type SharesValue,
} from '@/lib/figures/types'

// What of a role's figures is worth a line in a mail. Only numbers computed from jobs are set side by side, the same one at two times: a public
// statistic stands in for a figure on a page, and a step from one to the other is no move.

/** Medians of a few dozen companies waver by a percent or two when one of them opens another level. */
export const PAY_MOVED = 0.03
/** Below one opening in ten, what a single large employer posts or closes in a week. */
export const OPENINGS_MOVED = 0.1
/** A tenth of a small number is one opening or two. */
export const OPENINGS_AT_LEAST = 10
/** In points of a hundred; shares are printed without decimals, and a point or two is rounding. */
export const SHARE_MOVED = 5
/** With few openings one of them makes five points: a share has moved when so many openings at least stand for it. */
export const SHARE_AT_LEAST = 3

/** Skills that are looked at: those that a page names first. */
const TOP_SKILLS = 10
/** A mail is read in a minute: of each kind so many, those that moved most. */
export const MOST_OF_A_KIND = 4

type At = {
  /** An amount by year, a number of openings, or a part of one. */
  number: number
  figure: Figure
}
export type Moved = { before: At; now: At } & (
  | { of: 'pay'; currency: string; country: string; seniority: Seniority | null }
  | { of: 'openings' }
  | { of: 'remote' }
  | { of: 'skill'; name: string }
)

/** What tells which pay is looked at, and everything else: asked of both times. */
export function chiefMeasures(role: string): Measure[] {
  return [jobsOf(role), sharesBy('workplace', role), sharesBy('skill', role), sharesBy('country', role)]
}

/** The median by level, in the country with most openings. */
export function payMeasures(role: string, now: Known): ReturnType<typeof payOf>[] {
  const countries = now.find(sharesBy('country', role))?.value.entries ?? []
  const most = countries.find(({ slug }) => slug !== 'none')
  if (!most) return []
  const levels = [null, ...seniorities]
  return levels.map((seniority) => payOf(role, { country: most.slug, ...(seniority && { seniority }) }))
}

export function movedOf(role: string, before: Known, now: Known): Moved[] {
  const pay = payMeasures(role, now).flatMap((measure) => movedPay(measure, before, now))
  return [
    ...inOrder(farthest(pay), pay),
    ...movedOpenings(role, before, now),
    ...movedRemote(role, before, now),
    ...farthest(movedSkills(role, before, now)),
  ]
}

function movedPay(measure: ReturnType<typeof payOf>, before: Known, now: Known): Moved[] {
  const [was, is] = [before.find(measure), now.find(measure)]
  if (!was || !is || !areEnough(was, is) || was.value.currency !== is.value.currency) return []
  const step = Math.abs(is.value.p50 - was.value.p50)
  const isPrinted = toHundreds(is.value.p50) !== toHundreds(was.value.p50)
  if (!isPrinted || step < was.value.p50 * PAY_MOVED) return []
  const { country, seniority = null } = measure.within
  const at = (figure: Figure & { value: PayValue }): At => ({ number: figure.value.p50, figure })
  return [{ of: 'pay', currency: is.value.currency, country, seniority, before: at(was), now: at(is) }]
}

/** How many there are is no estimate: it has no minimum. */
function movedOpenings(role: string, before: Known, now: Known): Moved[] {
  const [was, is] = [before.find(jobsOf(role)), now.find(jobsOf(role))]
  if (!was || !is) return []
  const step = Math.abs(is.openings - was.openings)
  if (step < OPENINGS_AT_LEAST || step < was.openings * OPENINGS_MOVED) return []
  const at = (figure: Figure): At => ({ number: figure.openings, figure })
  return [{ of: 'openings', before: at(was), now: at(is) }]
}

type Shares = Figure & { value: SharesValue }

function movedRemote(role: string, before: Known, now: Known): Moved[] {
  const measure = sharesBy('workplace', role)
  const [was, is] = [before.find(measure), now.find(measure)]
  if (!was || !is) return []
  // The workplaces are a closed list: one that is not named has no opening.
  const remote = ({ value }: Shares) => value.entries.find(({ slug }) => slug === 'remote')?.openings ?? 0
  const moved = movedShare(was, remote(was), is, remote(is))
  return moved ? [{ of: 'remote', ...moved }] : []
}

/** Of the skills named most now. One that was not known then has not moved: the list of skills grows with a release. */
function movedSkills(role: string, before: Known, now: Known): Moved[] {
  const measure = sharesBy('skill', role)
  const [was, is] = [before.find(measure), now.find(measure)]
  if (!was || !is) return []
  return is.value.entries.slice(0, TOP_SKILLS).flatMap(({ slug, name, openings }) => {
    const known = was.value.entries.find((entry) => entry.slug === slug)
    const moved = known && movedShare(was, known.openings, is, openings)
    return moved ? [{ of: 'skill', name, ...moved } as const] : []
  })
}

/** In whole numbers, so that a share on the edge is on one side of it. */
function movedShare(was: Shares, wasPart: number, is: Shares, isPart: number) {
  if (!areEnough(was, is)) return null
  const step = Math.abs(isPart * was.openings - wasPart * is.openings)
  const whole = was.openings * is.openings
  const isFar = step * 100 >= SHARE_MOVED * whole
  const isMany = step >= SHARE_AT_LEAST * Math.max(was.openings, is.openings)
  if (!isFar || !isMany) return null
  return {
    before: { number: wasPart / was.openings, figure: was },
    now: { number: isPart / is.openings, figure: is },
  }
}

function areEnough(...figures: Figure[]): boolean {
  return figures.every(({ openings, companies }) => openings >= MIN_OPENINGS && companies >= MIN_COMPANIES)
}

function farthest(moved: Moved[]): Moved[] {
  const distance = ({ before, now }: Moved) => Math.abs(now.number / before.number - 1)
  return moved.toSorted((a, b) => distance(b) - distance(a)).slice(0, MOST_OF_A_KIND)
}

function inOrder(chosen: readonly Moved[], all: readonly Moved[]): Moved[] {
  return all.filter((one) => chosen.includes(one))
}

/** Whole days, each told once: a page says on which day it was reviewed, not when. The day that is not over comes next time. */
export function isWithin(day: string, { since, until }: { since: string; until: string }): boolean {
  return day >= since.slice(0, 10) && day < until.slice(0, 10)
}
