import type { Workplace } from '@/db/values'
import type { Taxonomy } from './build'
import { type LocationPart, partsOf } from './location-parts'
import { placesNamed } from './place-names'
import type { Place } from './types'
import { jointWorkplace, structuredWorkplace } from './workplace'

export type PlaceTag = { cityId: number | null; regionId: number | null; countryId: number }
export type Eligibility = { countries: string[]; worldwide: boolean }
export type LocationTags = {
  places: PlaceTag[]
  workplace: Workplace | null
  /** Only of a remote job, and only where countries or the whole world are stated. ISO codes. */
  eligibility: Eligibility | null
  /** The strings that say nothing we know. */
  unresolved: string[]
}

export type Address = { locality?: string | null; region?: string | null; country?: string | null }
export type StructuredLocation = {
  /** The source's own field (`Remote`, `Hybrid`, `OnSite`); a bare `isRemote` flag is not one. */
  workplaceType?: string | null
  /** The address that came with the string of the same position. */
  addresses?: readonly (Address | null)[]
}

/** `assumed` is the country of an address beside a bare "remote": it counts where nothing else names a place. */
type Read = { parts: LocationPart[]; places: Place[]; assumed: Place[]; groups: string[] }

/**
 * Places, workplace and eligibility as the strings state them. Text outranks an address, which settles ambiguous names
 * and stands in where the text names no place; beside the word "remote" only its country does.
 */
export function resolveLocation(
  taxonomy: Taxonomy,
  strings: readonly string[],
  structured: StructuredLocation = {},
): LocationTags {
  const reads = strings.map((text, i) => readString(taxonomy, text, structured.addresses?.[i] ?? null))
  const workplace =
    structuredWorkplace(structured.workplaceType) ?? jointWorkplace(reads.flatMap((read) => read.parts))
  const named = reads.flatMap((read) => read.places)
  const isGroup = reads.some((read) => read.parts.some((part) => part.groups.length > 0 || part.worldwide))
  const places = [...new Set(named.length > 0 || isGroup ? named : reads.flatMap((read) => read.assumed))]
  return {
    places: places.map(tagOf),
    workplace,
    eligibility: workplace === 'remote' ? eligibilityOf(taxonomy, reads) : null,
    unresolved: strings.filter((text, i) => text.trim() !== '' && saysNothing(reads[i])),
  }
}

function readString(taxonomy: Taxonomy, text: string, address: Address | null): Read {
  const { places: hint, groups } = readAddress(taxonomy, address)
  const parts = resolveParts(taxonomy, partsOf(taxonomy.locations, text.slice(0, 500)), hint)
  const named = parts.flatMap((part) => part.places)
  if (named.length > 0) return { parts, places: named, assumed: [], groups: [] }
  if (parts.some((part) => part.groups.length > 0 || part.worldwide))
    return { parts, places: [], assumed: [], groups: [] }
  if (parts.some((part) => part.workplaces.has('remote'))) {
    const country = hint.flatMap((place) => taxonomy.placeById.get(place.countryId) ?? [])
    return { parts, places: [], assumed: country, groups }
  }
  return { parts, places: hint, assumed: [], groups }
}

/** A name that is open in one part is read in the one country of the others: "Cambridge or Boston, MA". */
function resolveParts(
  taxonomy: Taxonomy,
  parts: readonly LocationPart[],
  hint: readonly Place[],
): LocationPart[] {
  const alone = parts.map((part) => ({ ...part, places: placesNamed(part.mentions, hint) }))
  const countries = new Set(alone.flatMap((part) => part.places.map((place) => place.countryId)))
  const country = countries.size === 1 ? taxonomy.placeById.get([...countries][0] ?? 0) : undefined
  if (!country) return alone
  return alone.map((part) =>
    part.places.length > 0 ? part : { ...part, places: placesNamed(part.mentions, [...hint, country]) },
  )
}

function readAddress(taxonomy: Taxonomy, address: Address | null): { places: Place[]; groups: string[] } {
  const text = [address?.locality, address?.region, address?.country]
    .filter((line) => line?.trim())
    .join(', ')
  const parts = partsOf(taxonomy.locations, text.slice(0, 300))
  return {
    places: parts.flatMap((part) => placesNamed(part.mentions)),
    groups: parts.flatMap((part) => part.groups),
  }
}

function eligibilityOf(taxonomy: Taxonomy, reads: readonly Read[]): Eligibility | null {
  const stated = reads.flatMap((read) => read.parts.flatMap(scopeOf))
  const countries = stated.flatMap((place) => taxonomy.placeById.get(place.countryId)?.countryCode ?? [])
  const groups = reads.flatMap((read) => [
    ...read.parts.flatMap((part) => groupsOf(taxonomy, part)),
    ...read.groups,
  ])
  const expanded = groups.flatMap((group) => taxonomy.locations.countriesOf.get(group) ?? [])
  const worldwide = reads.some((read) =>
    read.parts.some((part) => part.worldwide && part.places.length === 0 && part.groups.length === 0),
  )
  const all = [...new Set([...countries, ...expanded])].sort()
  return all.length > 0 || worldwide ? { countries: all, worldwide } : null
}

/** A city beside "remote" may be where the job is done or where the office is: it states no eligibility. */
function scopeOf(part: LocationPart): Place[] {
  return part.places.filter((place) => place.kind !== 'city')
}

/** In "Remote, Germany, EMEA" the group only says where Germany lies; in "Remote (UK & EU)" it adds to it. */
function groupsOf(taxonomy: Taxonomy, part: LocationPart): string[] {
  const named = new Set(
    part.places.flatMap((place) => taxonomy.placeById.get(place.countryId)?.countryCode ?? []),
  )
  return part.groups.filter(
    (group) => !taxonomy.locations.countriesOf.get(group)?.some((code) => named.has(code)),
  )
}

function saysNothing(read: Read | undefined): boolean {
  if (!read || read.places.length > 0 || read.groups.length > 0) return false
  return read.parts.every((part) => part.workplaces.size === 0 && part.groups.length === 0 && !part.worldwide)
}

function tagOf(place: Place): PlaceTag {
  return {
    cityId: place.kind === 'city' ? place.id : null,
    regionId: place.kind === 'country' ? null : place.regionId,
    countryId: place.countryId,
  }
}
