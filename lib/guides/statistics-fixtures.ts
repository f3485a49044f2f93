import type { Statistics } from './statistics'
import type { SurveyRow } from './survey'

const file = { source: 'Test', url: 'https://statistics.example/', licence: 'public domain' }

export function statisticsOf(
  wages: Statistics['wages']['rows'] = [],
  survey: readonly SurveyRow[] = [],
): Statistics {
  return { wages: { ...file, rows: wages }, survey: { ...file, rows: [...survey] } }
}

export function surveyRow(given: Partial<SurveyRow>): SurveyRow {
  return {
    role: 'baker',
    year: 2024,
    seniority: null,
    entries: 40,
    'survey-p10': 30_000,
    'survey-p25': 40_000,
    'survey-median': 50_000,
    'survey-p75': 60_000,
    'survey-p90': 70_000,
    ...given,
  }
}
