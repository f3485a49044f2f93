import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import { buildTaxonomy } from '@/lib/taxonomy/build'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import { resolveTitle } from '@/lib/taxonomy/titles'

/** The role of a title as jobs get theirs: no match, no role. */
export function titleRoles(): (title: string) => string | null {
  const taxonomy = buildTaxonomy(readTaxonomyRows(), taxonomyRules)
  const known = new Map<string, string | null>()
  return (title) => {
    const role = known.get(title) ?? resolveTitle(taxonomy, title).role
    known.set(title, role)
    return role
  }
}
