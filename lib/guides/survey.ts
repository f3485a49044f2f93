import { z } from 'zod'
import { seniorities } from '@/db/values'

// Pay by role and level, `content/statistics/salaries.json`: made by `npx tsx scripts/build-statistics.ts salaries FILE` from
// https://github.com/foorilla/ai-jobs-net-salaries (CC0): full-time, in the US, in US dollars. scripts/statistics/salaries.ts says how.

/** Below this a percentile at the ends would rest on two or three entries. */
export const MIN_ENTRIES = 30

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as backend-developer')
const amount = z.int().positive()

/** Yearly, in whole US dollars. `seniority` is null for all levels together. */
const row = z.strictObject({
  role: slug,
  year: z.int().min(2020).max(2100),
  seniority: z.enum(seniorities).nullable(),
  entries: z.int().min(MIN_ENTRIES),
  'survey-p10': amount,
  'survey-p25': amount,
  'survey-median': amount,
  'survey-p75': amount,
  'survey-p90': amount,
})
export type SurveyRow = z.output<typeof row>

export const surveyFile = z.strictObject({
  source: z.string(),
  url: z.url(),
  licence: z.string(),
  rows: z.array(row),
})
export type Survey = z.output<typeof surveyFile>

export const surveyNames = ['survey-p10', 'survey-p25', 'survey-median', 'survey-p75', 'survey-p90'] as const
export type SurveyName = (typeof surveyNames)[number]
export type SurveyNumber = Pick<SurveyRow, 'role' | 'year' | 'seniority' | 'entries'> & {
  of: 'survey'
  name: SurveyName
  value: number
}

/** `:public[NAME]{year=…}`, with `role` where it is not the page's own, and `seniority` for one level. */
export const askedSurvey = z.strictObject({
  name: z.enum(surveyNames),
  role: slug,
  year: z.coerce.number().int(),
  seniority: z.enum(seniorities).nullable().default(null),
})

export function findSurvey(survey: Survey, asked: z.output<typeof askedSurvey>): SurveyNumber | null {
  const found = survey.rows.find(
    ({ role, year, seniority }) =>
      role === asked.role && year === asked.year && seniority === asked.seniority,
  )
  return found ? { of: 'survey', ...asked, entries: found.entries, value: found[asked.name] } : null
}

/** The median of the newest year that has enough entries. */
export function newestMedian(
  survey: Survey,
  about: Pick<SurveyRow, 'role' | 'seniority'>,
): SurveyNumber | null {
  const years = survey.rows
    .filter(({ role, seniority }) => role === about.role && seniority === about.seniority)
    .map(({ year }) => year)
  return findSurvey(survey, { name: 'survey-median', ...about, year: Math.max(...years) })
}
