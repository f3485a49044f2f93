import type { Seniority } from '@/db/values'
import { ascending, percentile } from '@/lib/figures/estimate'
import { MIN_ENTRIES, type Survey, type SurveyRow, surveyFile } from '@/lib/guides/survey'
import { type Entry, entriesOf, salaryLine } from './salary-entries'

/** The survey's own levels; `EX` means executive or director, which are two of ours. */
const levels: Readonly<Record<string, Seniority>> = { EN: 'junior', MI: 'mid', SE: 'senior' }

/**
 * Percentiles by role, year and level of full-time pay in the US that is stated in US dollars, so nothing is converted. The newest year is
 * left out: the file ends a few weeks into it.
 */
export function readSurvey(
  lines: readonly Record<string, string>[],
  roleOf: (title: string) => string | null,
): Survey {
  const entries = entriesOf(lines.map((line) => salaryLine.parse(line)))
  const newest = entries.reduce((year, { line }) => Math.max(year, line.work_year), 0)
  const groups = new Map<string, Group>()
  for (const entry of entries) {
    const role = roleOf(entry.line.job_title)
    if (role === null || entry.line.work_year === newest || !isAsked(entry)) continue
    const level = levels[entry.line.experience_level]
    for (const seniority of level ? [null, level] : [null])
      add(groups, { role, year: entry.line.work_year, seniority }, entry.pay)
  }
  return surveyFile.parse({
    source: 'Salary survey of aijobs.net, as given to the public in early 2025',
    url: 'https://github.com/foorilla/ai-jobs-net-salaries',
    licence: 'CC0 1.0',
    rows: [...groups.entries()]
      .filter(([, { pay }]) => pay.length >= MIN_ENTRIES)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, group]) => rowOf(group)),
  })
}

function isAsked({ line }: Entry): boolean {
  return (
    line.employment_type === 'FT' &&
    line.salary_currency === 'USD' &&
    line.employee_residence === 'US' &&
    line.company_location === 'US'
  )
}

type About = Pick<SurveyRow, 'role' | 'year' | 'seniority'>
type Group = { about: About; pay: number[] }

function add(groups: Map<string, Group>, about: About, pay: number): void {
  const key = `${about.role} ${about.year} ${about.seniority ?? ''}`
  const group = groups.get(key) ?? { about, pay: [] }
  groups.set(key, group)
  group.pay.push(pay)
}

function rowOf({ about, pay }: Group): SurveyRow {
  const sorted = [...pay].sort(ascending)
  const at = (part: number) => Math.round(percentile(sorted, part))
  return {
    ...about,
    entries: sorted.length,
    'survey-p10': at(0.1),
    'survey-p25': at(0.25),
    'survey-median': at(0.5),
    'survey-p75': at(0.75),
    'survey-p90': at(0.9),
  }
}
