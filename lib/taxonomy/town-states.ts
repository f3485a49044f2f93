import type { LocationIndex } from './location-index'
import type { Said } from './location-parts'
import { contains, type Mention } from './place-names'

/** After a town that is not known, or known only elsewhere, a code means the state: "Cameron, LA", "Madison, CA". */
export function afterTown(
  index: LocationIndex,
  items: readonly Said[][],
  at: number,
  mention: Mention,
): Mention {
  const state = mention.isCode ? index.townStates.get(mention.name.toUpperCase()) : undefined
  const last = items[at - 1]?.at(-1)
  if (!state || !last) return mention
  const isTown = last.is === 'unknown' || (last.is === 'place' && isCityOnly(last.mention))
  const others = [...items.slice(0, at), ...items.slice(at + 1, at + 2)].flat()
  const isPlaced = others.some((one) => one.is === 'place' && touches(one.mention, mention))
  return isTown && !isPlaced ? { ...mention, places: [state] } : mention
}

function touches(one: Mention, other: Mention): boolean {
  return one.places.some((place) =>
    other.places.some((area) => place.id === area.id || contains(area, place)),
  )
}

function isCityOnly(mention: Mention): boolean {
  return mention.places.every((place) => place.kind === 'city')
}
