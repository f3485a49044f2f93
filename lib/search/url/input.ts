import { env } from '@/lib/env'
import { nearest } from '../nearest'
import { type Choice, type ChoiceKey, choiceKeys, type PageAt, type Search } from '../search'
import { Given, type SearchParams } from './given'
import { type Ignored, knownKeys, printSearch, type Refusal } from './grammar'
import {
  choiceIn,
  cursorIn,
  limitIn,
  nearOrRemoteIn,
  payIn,
  qIn,
  radiusIn,
  skillAllIn,
  sortIn,
  whereIn,
  withinIn,
} from './parse-values'

export type ParsedSearch = {
  search: Search
  at: PageAt
  /** A place in words, as typed into the search box: `readSearch` turns it into its entry of the gazetteer. */
  where: string | null
  ignored: Ignored[]
  refused: Refusal[]
}

/** The canonical search must fit into a saved one. */
const MAX_CANONICAL = 4000
/** The rest would bury the message that helps. */
const MAX_IGNORED = 20

/**
 * URL → `Search`. Never throws; time is linear in the query. What has no effect is named in `ignored`, what cannot be
 * answered in `refused` (of a parameter given twice the first counts). Slugs are only checked for their form here:
 * `readSearch` looks them up.
 */
export function parseSearch(params: SearchParams, board: { currency?: string } = {}): ParsedSearch {
  const given = new Given(params)
  const choices = Object.fromEntries(choiceKeys.map((key) => [key, choiceIn(given, key)])) as Record<
    ChoiceKey,
    Choice
  >
  const search: Search = {
    q: qIn(given),
    ...choices,
    skillAll: skillAllIn(given),
    pay: payIn(given, () => board.currency ?? env().BOARD_CURRENCY),
    posted: withinIn(given, 'posted'),
    seen: withinIn(given, 'seen'),
    radius: radiusIn(given),
    nearOrRemote: nearOrRemoteIn(given),
    sort: sortIn(given),
  }
  const at = { after: cursorIn(given, 'after'), before: cursorIn(given, 'before'), limit: limitIn(given) }
  if (at.after && at.before) given.refuse('before', 'both-cursors')
  const where = whereIn(given)
  nameTheRest(given)
  if (printSearch(search).length > MAX_CANONICAL) given.refuse('search', 'too-long')
  return { search, at, where, ignored: given.ignored.slice(0, MAX_IGNORED), refused: given.refused }
}

function nameTheRest(given: Given): void {
  for (const [key, values] of given.untouched()) {
    if (given.ignored.length >= MAX_IGNORED) return
    given.ignore({
      key,
      value: values[0] ?? null,
      reason: 'unknown-parameter',
      nearest: nearest(key, knownKeys),
    })
  }
}
