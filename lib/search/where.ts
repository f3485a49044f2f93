import { loadTaxonomy } from '@/lib/taxonomy/load'
import { type PlaceTag, resolveLocation } from '@/lib/taxonomy/locations'

export type NamedPlace = { key: 'country' | 'region' | 'place'; slug: string; label: string }

/** What words such as `Berlin`, `Austin, TX`, `UK` or `Remote` say, read as the locations of jobs are read: never guessed. */
export async function readWhere(text: string): Promise<{ places: NamedPlace[]; isRemote: boolean }> {
  const taxonomy = await loadTaxonomy()
  const { places, workplace } = resolveLocation(taxonomy, [text])
  const named = places.flatMap((tag): NamedPlace[] => {
    const [key, id] = finest(tag)
    const place = taxonomy.placeById.get(id)
    return place ? [{ key, slug: place.slug, label: place.name }] : []
  })
  return { places: named, isRemote: workplace === 'remote' }
}

function finest({ cityId, regionId, countryId }: PlaceTag): [NamedPlace['key'], number] {
  if (cityId !== null) return ['place', cityId]
  return regionId === null ? ['country', countryId] : ['region', regionId]
}
