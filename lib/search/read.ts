import { withValue } from './change'
import { resolveSearch } from './resolve'
import type { PageAt, Search } from './search'
import type { SearchParams } from './url/given'
import type { Ignored, Refusal } from './url/grammar'
import { type ParsedSearch, parseSearch } from './url/input'
import { readWhere } from './where'

export type ReadSearch = {
  /** What was understood: its slugs exist, a place in words has become its entry. */
  search: Search
  at: PageAt
  ignored: Ignored[]
  refused: Refusal[]
}

/** The one way from a URL to a search: page, API, feeds and saved searches begin here. */
export async function readSearch(params: SearchParams): Promise<ReadSearch> {
  const parsed = parseSearch(params)
  const placed = await withPlace(parsed)
  const resolved = await resolveSearch(placed.search)
  return {
    search: resolved.search,
    at: parsed.at,
    ignored: [...parsed.ignored, ...placed.ignored, ...resolved.ignored],
    refused: parsed.refused,
  }
}

async function withPlace({ search, where }: ParsedSearch): Promise<{ search: Search; ignored: Ignored[] }> {
  if (where === null) return { search, ignored: [] }
  const { places, isRemote, nearest } = await readWhere(where)
  if (places.length === 0 && !isRemote) {
    return { search, ignored: [{ key: 'where', value: where, reason: 'unknown-value', nearest }] }
  }
  const remote = isRemote ? withValue(search, 'workplace', 'remote') : search
  return { search: places.reduce((so, place) => withValue(so, place.key, place.slug), remote), ignored: [] }
}
