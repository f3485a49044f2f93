import { MAX_PAGE_SIZE } from '../search'
import type { Refusal } from './grammar'

/** What the API answers, and the page shows, when a part of the URL cannot be answered. */
export function refusalText({ key, reason }: Refusal): string {
  switch (reason) {
    case 'given-twice':
      return `“${key}” can be given only once.`
    case 'too-many':
      return `There are too many values, from “${key}” on.`
    case 'too-long':
      return key === 'search' ? 'This search is too long.' : `“${key}” is too long.`
    case 'out-of-range':
      return `“${key}” is a number from 1 to ${MAX_PAGE_SIZE}.`
    case 'too-slow':
      return 'This search takes too long just now. Try again in a moment, add a filter, or take words out of their quotes.'
    case 'bad-cursor':
      return `“${key}” is no place in this list. Begin again at the first page.`
    case 'both-cursors':
      return 'A page begins after a job or ends before one, not both.'
  }
}
