import { z } from 'zod'

export const salaryLine = z.object({
  work_year: z.coerce.number().int(),
  experience_level: z.string(),
  employment_type: z.string(),
  job_title: z.string(),
  salary: z.coerce.number().positive(),
  salary_currency: z.string(),
  employee_residence: z.string(),
  remote_ratio: z.string(),
  company_location: z.string(),
  company_size: z.string(),
})

type Line = z.output<typeof salaryLine>
/** `pay` is the amount stated, or the middle of the range. */
export type Entry = { line: Line; pay: number }

/**
 * The survey gives a range as two lines that follow each other and differ in the amount alone, the upper end first: hardly any in 2020
 * and 2021, nearly all from 2023 on. They are one entry, by its middle, as the pay of a job is. Entries that are the same in everything
 * count once, as copies of an opening do.
 */
export function entriesOf(lines: readonly Line[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line
    const next = lines[at + 1]
    const isRange = next !== undefined && about(next) === about(line) && next.salary <= line.salary
    const lower = isRange ? next.salary : line.salary
    entries.set(`${about(line)} ${line.salary} ${lower}`, { line, pay: (line.salary + lower) / 2 })
    if (isRange) at++
  }
  return [...entries.values()]
}

function about({ salary: _, ...rest }: Line): string {
  return Object.values(rest).join('|')
}
