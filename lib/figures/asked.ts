import { seniorities } from '@/db/values'
import { type DrawnQuestion, type InlineQuestion, sharedOf } from './question'
import type { Measure, Within } from './types'

type Jobs = Extract<Measure, { of: 'jobs' }>
type Pay = Extract<Measure, { of: 'pay' }>
type Shares = Extract<Measure, { of: 'shares' }>

export function payOf(
  role: string,
  { country, seniority, skill }: Pick<Within, 'seniority' | 'skill'> & { country: string },
): Pay {
  return { of: 'pay', role, within: { country, ...(seniority && { seniority }), ...(skill && { skill }) } }
}

export function sharesBy(by: Shares['by'], role: string, within: Within = {}): Shares {
  return { of: 'shares', by, role, within }
}

export function jobsOf(role: string, within: Within = {}): Jobs {
  return { of: 'jobs', role, within }
}

type Filters = Partial<
  Record<'country' | 'seniority' | 'workplace' | 'employment' | 'skill' | 'pay', unknown>
>

/** What a question's attributes say of openings. */
export function withinOf(asked: Filters): Within {
  const { country, seniority, workplace, employment, skill, pay } = asked
  const within = {
    country,
    seniority,
    workplace,
    employment,
    skill,
    isPaid: pay === 'stated' ? true : undefined,
  }
  return Object.fromEntries(Object.entries(within).filter(([, value]) => value !== undefined)) as Within
}

type ShareQuestion = Extract<InlineQuestion, { name: 'share' }>

/** A share as two counts: the openings that have it, and those that could. */
export function shareOf(asked: ShareQuestion): { part: Jobs; whole: Jobs } {
  const all: Record<string, unknown> = asked
  const whole = withinOf(
    Object.fromEntries(
      Object.keys(all).flatMap((name) => (name.startsWith('of-') ? [[name.slice(3), all[name]]] : [])),
    ),
  )
  const part = withinOf(Object.fromEntries(sharedOf(all).map((name) => [name, all[name]])))
  return { part: jobsOf(asked.role, { ...whole, ...part }), whole: jobsOf(asked.role, whole) }
}

/** What must be known to answer a question in a sentence. */
export function inlineMeasures(asked: InlineQuestion): Measure[] {
  switch (asked.name) {
    case 'salary-step':
      return [asked.from, asked.to].map((seniority) =>
        payOf(asked.role, { country: asked.country, seniority }),
      )
    case 'salary-gap':
      return [asked.role, asked.against].map((role) => payOf(role, asked))
    case 'open-jobs':
    case 'companies':
      return [jobsOf(asked.role, withinOf(asked))]
    case 'share':
      return Object.values(shareOf(asked))
    case 'top-skills':
      return [sharesBy('skill', asked.role)]
    case 'top-companies':
      return [sharesBy('company', asked.role)]
    case 'top-places':
      return [sharesBy('city', asked.role)]
    case 'shared-skills':
      return [asked.role, asked.against].map((role) => sharesBy('skill', role))
    default:
      return [payOf(asked.role, asked)]
  }
}

/** The same for what is drawn; pictures that take what there is, such as pay by country, ask nothing beyond the usual. */
export function drawnMeasures(asked: DrawnQuestion): Measure[] {
  switch (asked.name) {
    case 'pay-distribution':
      return [payOf(asked.role, asked)]
    case 'pay-by-seniority':
      return seniorities.map((seniority) => payOf(asked.role, { country: asked.country, seniority }))
    case 'pay-compared':
      return [asked.role, asked.against].map((role) => payOf(role, asked))
    case 'skills-compared':
      return [asked.role, asked.against].map((role) => sharesBy('skill', role))
    case 'skills':
      return [sharesBy('skill', asked.role, asked.seniority ? { seniority: asked.seniority } : {})]
    default:
      return []
  }
}
