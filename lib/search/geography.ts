import type { Taxonomy } from '@/lib/taxonomy/build'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import type { Entries } from './dictionary'
import { CityGrid } from './near'

const grids = new WeakMap<Taxonomy, CityGrid>()

export async function loadGeography(): Promise<CityGrid> {
  const taxonomy = await loadTaxonomy()
  const known = grids.get(taxonomy)
  if (known) return known
  const grid = new CityGrid(taxonomy.placeById.values())
  grids.set(taxonomy, grid)
  return grid
}

/** Countries known by one name, such as `eu`, `dach` or `emea`; null when there is no such group or none of its countries is here. */
export function findGroup(slug: string, countries: Entries): { ids: number[]; label: string } | null {
  if (!Object.hasOwn(taxonomyRules.groups, slug)) return null
  const ids = codesIn(slug).flatMap((code) => countries.named(code.toLowerCase())?.id ?? [])
  return ids.length > 0 ? { ids: [...new Set(ids)], label: labelOf(slug) } : null
}

/** A group may hold other groups: `eea` is `eu` and three more. */
function codesIn(name: string): string[] {
  const members = taxonomyRules.groups[name]?.countries ?? []
  return members.flatMap((one) => (one in taxonomyRules.groups ? codesIn(one) : [one]))
}

const abbreviations = new Set(['eu', 'eea', 'dach', 'gcc', 'mena', 'emea', 'latam', 'anz', 'asean', 'apac'])

function labelOf(slug: string): string {
  if (abbreviations.has(slug)) return slug.toUpperCase()
  const words = slug
    .split('-')
    .map((word) => (word === 'and' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
  return words.join(' ').replace(/^Uk\b/, 'UK')
}
