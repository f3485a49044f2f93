import type { EngineRow } from './engine-row'
import { beginRow, isTrue, long, longOrNull, number, numbers, text } from './wire'

/** Columns of `job_search` in the order in which `wireRow` reads them. */
export const WIRE_COLUMNS = `job_id, company_id, role_id, seniority, workplace, employment_type, visa, has_text, worldwide,
  annual_max, pay_currency, first_published_at, first_seen_at, countries, regions, cities, skills, eligibility`

/** Binary times count from 2000-01-01 UTC. */
const EPOCH_2000_US = 946_684_800_000_000

/** A row of `copy … (format binary)`; null at the end. */
export function wireRow(piece: Buffer): EngineRow | null {
  if (!beginRow(piece)) return null
  return {
    jobId: long(),
    companyId: number(),
    roleId: number(),
    seniority: number(),
    workplace: number(),
    employmentType: number(),
    visa: number(),
    hasText: isTrue(),
    worldwide: isTrue(),
    annualMax: longOrNull(),
    payCurrency: text(),
    firstPublishedAtUs: EPOCH_2000_US + long(),
    firstSeenAtUs: EPOCH_2000_US + long(),
    countries: numbers(),
    regions: numbers(),
    cities: numbers(),
    skills: numbers(),
    eligibility: numbers(),
  }
}
