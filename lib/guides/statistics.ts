import { z } from 'zod'

// US wages by occupation, `content/statistics/oews.json`: made by `npx tsx scripts/build-statistics.ts FILE` from the files of
// https://www.bls.gov/oes/tables.htm (public domain).

const amount = z.int().positive().nullable()

/** Yearly, in whole US dollars; null where the bureau publishes none. `employment` is people employed. */
const row = z.strictObject({
  occupation: z.string().regex(/^\d{2}-\d{4}$/),
  title: z.string().min(1),
  year: z.int().min(1997).max(2100),
  'wage-p10': amount,
  'wage-p25': amount,
  'wage-median': amount,
  'wage-p75': amount,
  'wage-p90': amount,
  employment: amount,
})

export const statisticsFile = z.strictObject({
  source: z.string(),
  url: z.url(),
  licence: z.string(),
  rows: z.array(row),
})
export type Statistics = z.output<typeof statisticsFile>

export const publicNames = [
  'wage-p10',
  'wage-p25',
  'wage-median',
  'wage-p75',
  'wage-p90',
  'employment',
] as const
export type PublicName = (typeof publicNames)[number]
export type PublicNumber = {
  name: PublicName
  occupation: string
  title: string
  year: number
  value: number
}

const asked = z.strictObject({
  name: z.enum(publicNames),
  occupation: z.string().regex(/^\d{2}-\d{4}$/, 'a code such as 15-1252'),
  year: z.coerce.number().int(),
})

type Read = { ok: true; number: PublicNumber } | { ok: false; fault: string }

/** What `:public[NAME]{occupation=… year=…}` asks for. */
export function readPublic(statistics: Statistics, name: string, attributes: object): Read {
  const result = asked.safeParse({ ...attributes, name })
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { ok: false, fault: `public "${name}": ${faults.join(' · ')}` }
  }
  const { occupation, year } = result.data
  const found = statistics.rows.find((one) => one.occupation === occupation && one.year === year)
  const value = found?.[result.data.name]
  if (!found || value == null) {
    return { ok: false, fault: `public "${name}": there is none for ${occupation} in ${year}` }
  }
  return { ok: true, number: { name: result.data.name, occupation, title: found.title, year, value } }
}
