import { type EmploymentType, employmentTypes } from '@/db/values'
import type { Taxonomy } from './build'
import { plain } from './text'

/** One of the six types, or null where the words are not in `content/taxonomy/employment-types.json`. */
export function resolveEmploymentType(
  taxonomy: Taxonomy,
  raw: string | null | undefined,
): EmploymentType | null {
  return (raw && taxonomy.employmentTypes.get(letters(raw))) || null
}

export function employmentWords(
  table: Readonly<Record<string, readonly string[]>>,
): Map<string, EmploymentType> {
  return new Map(
    employmentTypes.flatMap((type) => [
      [letters(type), type] as const,
      ...(table[type] ?? []).map((alias) => [letters(alias), type] as const),
    ]),
  )
}

/** `FullTime`, `Full-time` and `FULL_TIME` are spelled alike. */
function letters(raw: string): string {
  return plain(raw).replace(/[^a-z0-9]/g, '')
}
