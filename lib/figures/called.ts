import { env } from '@/lib/env'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import type { Dimension, Measure, Within } from './types'

/** How what a figure is about is called on this board. */
export type Called = {
  role: (slug: string) => string
  country: (code: string) => string
  skill: (slug: string) => string
  locale: string
}

export async function calledHere(): Promise<Called> {
  const taxonomy = await loadTaxonomy()
  return {
    role: (slug) => taxonomy.roleBySlug.get(slug)?.name ?? slug,
    country: (code) => taxonomy.placeById.get(taxonomy.countryIdByCode.get(code) ?? 0)?.name ?? code,
    skill: (slug) => taxonomy.skillBySlug.get(slug)?.name ?? slug,
    locale: env().BOARD_LOCALE,
  }
}

const dimensionNames: Record<Dimension, string> = {
  skill: 'Skills asked for',
  workplace: 'Workplaces',
  seniority: 'Levels',
  employment: 'Employment types',
  country: 'Countries',
  city: 'Places',
  company: 'Companies',
  pay: 'Pay stated or not',
}

/** "Pay: Backend developer, Senior, United States". */
export function measureText(measure: Measure, called: Called): string {
  const about = [
    called.role(measure.role),
    ...('within' in measure ? withinWords(measure.within, called) : []),
  ]
  const what =
    measure.of === 'shares'
      ? dimensionNames[measure.by]
      : { pay: 'Pay', jobs: 'Open jobs', weeks: 'Openings by week' }[measure.of]
  return `${what}: ${about.join(', ')}`
}

function withinWords(within: Within, called: Called): string[] {
  return [
    within.seniority && seniorityLabels[within.seniority],
    within.workplace && workplaceLabels[within.workplace],
    within.employment && employmentTypeLabels[within.employment],
    within.skill && called.skill(within.skill),
    within.country && called.country(within.country),
    within.isPaid && 'pay stated',
  ].filter((word): word is string => typeof word === 'string')
}
