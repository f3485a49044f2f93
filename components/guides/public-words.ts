import { numberText } from '@/components/format'
import type { Called } from '@/lib/figures/called'
import type { WageName } from '@/lib/guides/oews'
import type { PublicNumber } from '@/lib/guides/statistics'
import type { SurveyName, SurveyNumber } from '@/lib/guides/survey'
import { seniorityLabels } from '@/lib/jobs/labels'

const names: Record<WageName | SurveyName, string> = {
  'wage-p10': '10th percentile of yearly wages',
  'wage-p25': '25th percentile of yearly wages',
  'wage-median': 'median yearly wage',
  'wage-p75': '75th percentile of yearly wages',
  'wage-p90': '90th percentile of yearly wages',
  employment: 'people employed',
  'survey-p10': '10th percentile of yearly pay',
  'survey-p25': '25th percentile of yearly pay',
  'survey-median': 'median yearly pay',
  'survey-p75': '75th percentile of yearly pay',
  'survey-p90': '90th percentile of yearly pay',
}

/** A public number with its unit, its source and year, and what was counted. */
export function publicWords(number: PublicNumber, called: Called) {
  const value = numberText(number.value, called.locale)
  const name = names[number.name]
  if (number.of === 'wages') {
    return {
      amount: number.name === 'employment' ? value : `${value} USD`,
      label: `OEWS, May ${number.year}`,
      about: `${number.title}, US, ${name}; occupation ${number.occupation}`,
    }
  }
  const entries = numberText(number.entries, called.locale)
  return {
    amount: `${value} USD`,
    label: `aijobs.net survey, ${number.year}, ${entries} entries`,
    about: `${peopleOf(number, called)}, US, full-time, ${name}; reported without names, mostly as ranges, each by its middle`,
  }
}

/** As a sentence has it in place of a figure. */
export function standInWords(number: PublicNumber, called: Called): string {
  const value = numberText(number.value, called.locale)
  if (number.of === 'wages')
    return `${value} USD is the median wage of ${number.title} in the US by the OEWS of May ${number.year}`
  const entries = numberText(number.entries, called.locale)
  return `${value} USD is the median of ${entries} entries for ${peopleOf(number, called)}, US, in the aijobs.net survey of ${number.year}`
}

function peopleOf({ role, seniority }: SurveyNumber, called: Called): string {
  return `${called.role(role)}, ${seniority ? seniorityLabels[seniority] : 'all levels'}`
}
