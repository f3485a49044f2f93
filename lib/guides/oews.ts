import { z } from 'zod'

// US wages by occupation, `content/statistics/oews.json`: made by `npx tsx scripts/build-statistics.ts oews FILE` from the files of
// https://www.bls.gov/oes/tables.htm (public domain).

const amount = z.int().positive().nullable()
const occupationCode = z.string().regex(/^\d{2}-\d{4}$/, 'a code such as 15-1252')

/** Yearly, in whole US dollars; null where the bureau publishes none. `employment` is people employed. */
const row = z.strictObject({
  occupation: occupationCode,
  title: z.string().min(1),
  year: z.int().min(1997).max(2100),
  'wage-p10': amount,
  'wage-p25': amount,
  'wage-median': amount,
  'wage-p75': amount,
  'wage-p90': amount,
  employment: amount,
})

export const wagesFile = z.strictObject({
  source: z.string(),
  url: z.url(),
  licence: z.string(),
  rows: z.array(row),
})
export type Wages = z.output<typeof wagesFile>

export const wageNames = [
  'wage-p10',
  'wage-p25',
  'wage-median',
  'wage-p75',
  'wage-p90',
  'employment',
] as const
export type WageName = (typeof wageNames)[number]
export type WageNumber = {
  of: 'wages'
  name: WageName
  occupation: string
  title: string
  year: number
  value: number
}

/** `:public[NAME]{occupation=… year=…}`. Levels are refused: the bureau tells none. */
export const askedWage = z.strictObject({
  name: z.enum(wageNames),
  occupation: occupationCode,
  year: z.coerce.number().int(),
})

export function findWage(wages: Wages, asked: z.output<typeof askedWage>): WageNumber | null {
  const found = wages.rows.find(
    ({ occupation, year }) => occupation === asked.occupation && year === asked.year,
  )
  const value = found?.[asked.name]
  return found && value != null ? { of: 'wages', title: found.title, value, ...asked } : null
}
