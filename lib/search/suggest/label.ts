export const kinds = ['role', 'skill', 'company', 'country', 'region', 'place', 'workplace'] as const
/** Each is the URL key of its facet. */
export type Kind = (typeof kinds)[number]

/** Something that can be suggested. */
export type Label = {
  kind: Kind
  slug: string
  label: string
  /** What it is, such as `City in Germany`. */
  detail: string
  /** Open jobs that have it. */
  jobs: number
  /** People who live there; 0 where that means nothing. Decides between labels with as many jobs. */
  population: number
  aliases: readonly string[]
  /** Such as `TX`: too short to mean anything but where a place is asked for, and only whole. */
  codes: readonly string[]
}

/** Most open jobs first. */
export function byWeight(a: Label, b: Label): number {
  return (
    b.jobs - a.jobs ||
    b.population - a.population ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    compare(a.label, b.label) ||
    compare(a.slug, b.slug)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
