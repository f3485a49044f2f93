import type { Taxonomy } from './build'
import { alternatives, BREAK, breaks } from './title-words'

/** The one role, or the wider one that all of them are cases of. */
export function commonRole(taxonomy: Taxonomy, roles: readonly string[]): string | null {
  const chains = roles.map((role) => widening(taxonomy, role))
  return chains[0]?.find((role) => chains.every((chain) => chain.includes(role))) ?? null
}

function widening(taxonomy: Taxonomy, role: string): string[] {
  const wider = taxonomy.rules.titles.broader[role]
  return wider ? [role, ...widening(taxonomy, wider)] : [role]
}

/**
 * "Software Engineer, Backend": a part that is nothing but a known speciality, or begins with one that needs no more
 * ("iOS Core Product"; the star of `ios *` is read as a break); two of them leave the role as it is.
 */
export function refined(
  taxonomy: Taxonomy,
  words: readonly string[],
  role: string,
  match: { start: number; end: number },
): string {
  const phrases = taxonomy.titles.refinements.get(role)
  if (!phrases) return role
  const rest = [...words.slice(0, match.start), BREAK, ...words.slice(match.end)]
  const levels = taxonomy.titles.levels.findAll(rest)
  const bare = rest.filter(
    (_, i) => !levels.some((level) => i >= level.start && i < level.end && level.value.level),
  )
  const specialities = new Set<string>()
  let part: string[] = []
  for (const word of [...bare, BREAK]) {
    if (!breaks.has(word) && !alternatives.has(word)) {
      part.push(word)
      continue
    }
    const speciality = phrases.get(part) ?? phrases.get([part[0] ?? '', BREAK])
    if (speciality) specialities.add(speciality)
    part = []
  }
  if (specialities.size === 0) return role
  const common = commonRole(taxonomy, [...specialities])
  return common ?? role
}
