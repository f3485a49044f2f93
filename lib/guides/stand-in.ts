import type { DrawnQuestion, InlineQuestion } from '@/lib/figures/question'
import type { WageNumber } from './oews'
import type { PublicNumber } from './statistics'
import { newestMedian, type Survey } from './survey'

/** `wages` by role: of the occupation that the role's own salary page names first. */
export type StandIns = { wages: ReadonlyMap<string, WageNumber>; survey: Survey }
export type Question = InlineQuestion | DrawnQuestion

/** Amounts of one role. A step or a gap is a difference, and no wage says it. */
const amounts: ReadonlySet<Question['name']> = new Set<Question['name']>([
  'salary-median',
  'salary-p10',
  'salary-p25',
  'salary-p75',
  'salary-p90',
  'salary-middle-half',
  'salary-with',
  'pay-distribution',
  'pay-by-seniority',
  'pay-with-skills',
  'pay-compared',
])

/**
 * The public number that is printed where too few jobs state pay; null where there is none. Both sources are of the US, so it stands in
 * only there. The bureau counts everybody and comes first, but it knows no levels: where one is asked, the survey answers if it has enough
 * entries of that level. A role without a wage of its own has the survey alone.
 */
export function standInFor(question: Question, { wages, survey }: StandIns): PublicNumber | null {
  if (!amounts.has(question.name) || !('country' in question) || question.country !== 'US') return null
  const { role } = question
  const seniority = 'seniority' in question ? question.seniority : undefined
  const ofLevel = seniority ? newestMedian(survey, { role, seniority }) : null
  return ofLevel ?? wages.get(role) ?? newestMedian(survey, { role, seniority: null })
}
