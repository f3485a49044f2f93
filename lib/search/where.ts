import type { Taxonomy } from '@/lib/taxonomy/build'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import { tokensOf } from '@/lib/taxonomy/location-tokens'
import { type PlaceTag, resolveLocation } from '@/lib/taxonomy/locations'
import type { Place } from '@/lib/taxonomy/types'

export type NamedPlace = { key: 'country' | 'region' | 'place'; slug: string; label: string }

export type Where = {
  places: NamedPlace[]
  isRemote: boolean
  /** Where the words name nothing for certain: the same with what they probably lie in. */
  nearest: string | null
}

/** Cities of one name that are searched together, so that the seeker takes away the wrong ones. */
const MAX_NAMESAKES = 5

/**
 * What words such as `Berlin`, `Austin, TX`, `UK` or `Remote` say, read as the locations of jobs are read. Where those stay open because
 * cities share a name, a search has all of them; a name of a country and of a state is asked back.
 */
export async function readWhere(text: string): Promise<Where> {
  const taxonomy = await loadTaxonomy()
  const typed = resolveLocation(taxonomy, [text])
  // Codes count only in capitals in the text of a job; in a search box `uk` is the UK.
  const read =
    typed.places.length === 0 && text.length <= 3 ? resolveLocation(taxonomy, [text.toUpperCase()]) : typed
  const isRemote = read.workplace === 'remote'
  const found = read.places.flatMap((tag) => taxonomy.placeById.get(finest(tag)) ?? [])
  if (found.length > 0 || isRemote) return { places: found.map(named), isRemote, nearest: null }
  const namesakes = placesOfName(taxonomy, text)
  const cities = namesakes.filter((place) => place.kind === 'city')
  if (cities.length === namesakes.length) {
    return { places: cities.slice(0, MAX_NAMESAKES).map(named), isRemote, nearest: null }
  }
  const [likely] = namesakes.filter((place) => place.kind !== 'country')
  const country = likely && taxonomy.placeById.get(likely.countryId)
  return { places: [], isRemote, nearest: country ? `${likely.name}, ${country.name}` : null }
}

function finest({ cityId, regionId, countryId }: PlaceTag): number {
  return cityId ?? regionId ?? countryId
}

/** Most populous first. */
function placesOfName(taxonomy: Taxonomy, text: string): Place[] {
  const names = taxonomy.locations.names.get(tokensOf(text).map((token) => token.word))
  return [...(names?.places ?? [])].sort((a, b) => b.population - a.population || a.id - b.id)
}

function named(place: Place): NamedPlace {
  return { key: place.kind === 'city' ? 'place' : place.kind, slug: place.slug, label: place.name }
}
