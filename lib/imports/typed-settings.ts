import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveTitle } from '@/lib/taxonomy/titles'

/** "Kitchen = Cook", one in each line, as pairs; null where a line is none. */
export function pairsOf(text: string): [string, string][] | null {
  const lines = text
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean)
  const pairs = lines.map((line) => line.split('=').map((part) => part.trim()))
  return pairs.every((pair): pair is [string, string] => pair.length === 2 && pair.every(Boolean))
    ? pairs
    : null
}

export function textOfPairs(pairs: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(pairs ?? {})
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n')
}

/** Which role the jobs of a department have, by slug, name or any title of it; null where one names no role of the list. */
export function departmentRoles(text: string, taxonomy: Taxonomy): Record<string, string> | null {
  const pairs = pairsOf(text)?.map(([department, role]) => {
    const slug = taxonomy.roleBySlug.has(role) ? role : resolveTitle(taxonomy, role).role
    return [department, slug] as const
  })
  return pairs?.every((pair): pair is readonly [string, string] => pair[1] !== null)
    ? Object.fromEntries(pairs)
    : null
}
