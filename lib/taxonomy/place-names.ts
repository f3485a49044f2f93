import type { Place } from './types'

/** One naming of a place in a location string, with everything it may mean. */
export type Mention = {
  name: string
  places: readonly Place[]
  preferred: Place | null
  /** Written as a code such as `CA`: it qualifies other names, and stands alone only where it can mean one state. */
  isCode: boolean
  /** Also an ordinary word, such as Reading: only with a qualifier. */
  needsQualifier: boolean
}

/** The places that names to come may lie in, and where the first of them stands in the result. */
type Containers = { places: readonly Place[]; at: number }

/**
 * A name shared by several places means the most populous one only where that has eight times the people of the next:
 * London (22 times London, Ontario), Dublin (18), Portland, Oregon (9), but not Birmingham (5) or Cambridge.
 */
export const CLEAR_RATIO = 8

/** The gazetteer holds cities from 15,000 people on; an unlisted namesake of a town below this size is too likely. */
export const MIN_POPULATION_ALONE = 50_000

/**
 * The places that a list of names states. A later name that contains an earlier one qualifies it ("Dublin, OH"); an
 * earlier one that contains later ones gives way to them ("India, Karnataka, Bangalore"). A name that stays ambiguous
 * is read in the one country that the others name, or gives nothing.
 */
export function placesNamed(mentions: readonly Mention[], hint: readonly Place[] = []): Place[] {
  const found: (Place | null)[] = []
  const open: { at: number; mention: Mention; area: Place | null }[] = []
  let containers: Containers = { places: [], at: -1 }
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i]
    if (!mention) break
    const inside: Place[] = within(containers.places, mention.places)
    let meant = inside.length > 0 ? inside : mention.places
    let end = i
    while (end + 1 < mentions.length) {
      const next = mentions[end + 1]?.places ?? []
      const narrowed = containedIn(next, meant)
      if (narrowed.length === 0 || (mention.isCode && leadsIntoCity(meant, next))) break
      meant = narrowed
      end++
    }
    const next = mentions[end + 1]
    const qualified = inside.length > 0 || end > i
    const leadsOn = next !== undefined && within(meant, next.places).length > 0
    const unsure = end === i && !leadsOn && mayBeCountryOrState(mention, inside)
    const isElsewhere = !qualified || (end === i && isInOtherState(containers.places, next))
    const misplaced = isElsewhere && !mention.isCode && next !== undefined && isAreaOnly(next)
    const chosen = unsure ? null : choose(mention, meant, qualified)
    const place = misplaced && (chosen?.kind === 'city' || next.isCode) && !leadsOn ? null : chosen
    if (inside.length > 0 && place && containers.at >= 0) found[containers.at] = null
    if (place) {
      found.push(place)
      if (place.kind !== 'city') containers = { places: [place], at: found.length - 1 }
    } else if (leadsOn) {
      containers = { places: meant, at: -1 }
    } else if (!unsure && !misplaced) {
      found.push(null)
      const area = areaAround(meant, mentions.slice(i + 1, end + 1))
      open.push({ at: found.length - 1, mention: { ...mention, places: meant }, area })
    }
    i = end
  }
  for (const { at, mention, area } of open) found[at] = chooseNear(mention, found, hint) ?? area
  return unique(found)
}

/** "USA - NY - New York": the name after a state means the city of the same name. */
function leadsIntoCity(meant: readonly Place[], next: readonly Place[]): boolean {
  const isStates = meant.every((place) => place.kind === 'region')
  return isStates && within(meant, next).length > 0 && meant.some((place) => next.includes(place))
}

/** "Columbus, USA": which of them is not said, but the country is. */
function areaAround(meant: readonly Place[], qualifiers: readonly Mention[]): Place | null {
  const areas = qualifiers
    .flatMap((mention) => mention.places)
    .filter((area) => meant.every((place) => contains(area, place)))
  return areas.find((area) => area.kind === 'region') ?? areas.find((area) => area.kind === 'country') ?? null
}

/** "US, CA": two countries, or a state of the first. */
function mayBeCountryOrState(mention: Mention, inside: readonly Place[]): boolean {
  return (
    mention.isCode &&
    inside.length > 0 &&
    mention.places.some((one) => one.kind === 'country' && !inside.includes(one))
  )
}

/**
 * "New Albany, Ohio", "Jordan, MN": where the name is known only elsewhere, it is another town, too small to be listed.
 */
function isAreaOnly(next: Mention): boolean {
  const areas = next.places.filter((place) => place.kind !== 'city')
  return areas.length > 0 && choose(next, next.places, true)?.kind !== 'city'
}

/** "United States - Plymouth, Indiana": the country has a Plymouth that is known, but the state tells that it is another. */
function isInOtherState(containers: readonly Place[], next: Mention | undefined): boolean {
  if (!next || next.isCode) return false
  const isOfCountry = (state: Place) =>
    state.kind === 'region' && containers.some((place) => place.kind === 'country' && contains(place, state))
  return next.places.every(isOfCountry)
}

/** With the address that came beside the text, else with the one country that the other names share. */
function chooseNear(
  mention: Mention,
  found: readonly (Place | null)[],
  hint: readonly Place[],
): Place | null {
  const near = within(hint, mention.places)
  const exact = mention.places.filter((place) => hint.includes(place))
  if (exact.length === 1) return exact[0] ?? null
  if (near.length > 0) return choose(mention, near, true)
  const countries = new Set(found.flatMap((place) => (place ? [place.countryId] : [])))
  if (countries.size !== 1 || mention.isCode) return null
  const inCountry = mention.places.filter(
    (place) => countries.has(place.countryId) && place.kind !== 'country',
  )
  return choose(mention, inCountry, true)
}

function choose(mention: Mention, meant: readonly Place[], qualified: boolean): Place | null {
  if (mention.isCode && !qualified)
    return meant.length === 1 && meant[0]?.kind !== 'country' ? (meant[0] ?? null) : null
  if (mention.needsQualifier && !qualified) return null
  if (mention.preferred && meant.includes(mention.preferred)) return mention.preferred
  const bySize = [...meant].sort((a, b) => b.population - a.population || a.id - b.id)
  const country = bySize.find((place) => place.kind === 'country')
  // Nobody who names a country alone means the town of that name.
  if (
    country &&
    bySize.every((place) => place.kind === 'city' || place === country || contains(country, place))
  )
    return country
  const top = bySize[0]
  if (!top) return null
  const rival = bySize.find((place) => place !== top && !contains(top, place) && !contains(place, top))
  if (rival && top.population < CLEAR_RATIO * rival.population) return null
  if (rival && top.population === 0) return null
  if (top.kind === 'country') return top
  const capital = bySize.find(
    (place) => contains(top, place) && place.population * CLEAR_RATIO >= top.population,
  )
  const place = top.kind === 'region' && capital ? capital : top
  return qualified || place.population >= MIN_POPULATION_ALONE ? place : null
}

function within(containers: readonly Place[], places: readonly Place[]): Place[] {
  return places.filter((place) => containers.some((container) => contains(container, place)))
}

function containedIn(containers: readonly Place[], places: readonly Place[]): Place[] {
  return places.filter((place) => containers.some((one) => one.id === place.id || contains(one, place)))
}

export function contains(container: Place, place: Place): boolean {
  if (container.id === place.id) return false
  if (container.kind === 'country') return place.countryId === container.id
  return container.kind === 'region' && place.regionId === container.id
}

function unique(places: readonly (Place | null)[]): Place[] {
  return [...new Set(places.filter((place) => place !== null))]
}
