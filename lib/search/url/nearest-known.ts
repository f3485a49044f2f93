import { type Dictionary, likelySlugs, type NamedKey } from '../dictionary'
import { nearest } from '../nearest'
import { readWhere } from '../where'
import type { Ignored } from './grammar'

/** More misspellings than this in one search are not worth a look at every known word. */
const MAX_NEAREST = 8

/** Names what was probably meant by each value that does not exist. */
export async function addNearest(ignored: Ignored[], dictionary: Dictionary): Promise<void> {
  const misspelt = ignored.filter((entry) => entry.reason === 'unknown-value').slice(0, MAX_NEAREST)
  for (const entry of misspelt) {
    const kind = entry.key.replace(/^not\.|\.all$/g, '') as NamedKey
    Object.assign(entry, await nearestTo(entry.value ?? '', kind, dictionary))
  }
}

type Near = Pick<Ignored, 'nearest' | 'nearestLabel'>

async function nearestTo(typed: string, kind: NamedKey, dictionary: Dictionary): Promise<Near> {
  if (kind === 'country' || kind === 'region' || kind === 'place' || kind === 'from') {
    // `country=germany`: codes are two letters long, so a name is looked up as a name.
    const { places } = await readWhere(typed.replaceAll('-', ' '))
    const meant = places.find((place) => place.key === (kind === 'from' ? 'country' : kind))
    if (meant) return { nearest: meant.slug, nearestLabel: meant.label }
  }
  if (kind === 'country' || kind === 'from') return { nearest: null }
  const known =
    kind === 'place' || kind === 'company' ? await likelySlugs(kind, typed) : dictionary[kind].slugs()
  const slug = nearest(typed, known)
  const label =
    slug && kind !== 'place' && kind !== 'company' ? dictionary[kind].named(slug)?.label : undefined
  return { nearest: slug, ...(label ? { nearestLabel: label } : {}) }
}
