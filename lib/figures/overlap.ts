import type { Figure, Measure, SharesValue } from './types'

export type Skills = Figure<Extract<Measure, { of: 'shares' }>> & { value: SharesValue }

/** Skill -> part of the openings that name it, 0 to 1. */
function sharesOf(skills: Skills): Map<string, number> {
  return new Map(skills.value.entries.map(({ slug, openings }) => [slug, openings / skills.openings]))
}

/**
 * How much of what two roles ask for is the same, 0 to 1: the sum of the smaller share of each skill over the sum of the larger (Ruzicka's
 * similarity, the weighted form of Jaccard's). A skill that both name always counts in full, one that one of them rarely names hardly.
 */
export function overlap(one: Skills, other: Skills): number {
  const [a, b] = [sharesOf(one), sharesOf(other)]
  let smaller = 0
  let larger = 0
  for (const slug of new Set([...a.keys(), ...b.keys()])) {
    smaller += Math.min(a.get(slug) ?? 0, b.get(slug) ?? 0)
    larger += Math.max(a.get(slug) ?? 0, b.get(slug) ?? 0)
  }
  return larger === 0 ? 0 : smaller / larger
}

/** A skill counts as asked for from one opening in ten on, and as missing where the own role names it less than half as often. */
const ASKED_FROM = 0.1

/** What the other role asks for and the own one does not, with the openings there that name it; the most first. */
export function missing(own: Skills, other: Skills, most: number): { name: string; openings: number }[] {
  const known = sharesOf(own)
  return other.value.entries
    .filter(({ slug, openings }) => {
      const share = openings / other.openings
      return share >= ASKED_FROM && (known.get(slug) ?? 0) < share / 2
    })
    .slice(0, most)
    .map(({ name, openings }) => ({ name, openings }))
}
