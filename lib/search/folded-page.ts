import { countWithin } from '@/lib/jobs/fold'
import { type SearchPage, searchPage } from './page'
import type { PageAt, Search } from './search'

/** After the first. An opening may have thousands of copies: with so many pages of it read, the rest stands on the pages that follow. */
const FURTHER_READS = 4

/**
 * A page for a list that folds copies: as many openings as `at.limit` says, with every job that stands among them, in the order of the
 * search and without a gap. It begins and ends at jobs like every page, so that pages joined are the whole result.
 */
export async function foldedPage(search: Search, at: PageAt): Promise<SearchPage> {
  // The job after a full page tells whether the page ends there; a page without copies needs no more than that.
  const limit = at.limit + 1
  const isBackward = at.before !== null
  let page = await searchPage(search, { ...at, limit })
  for (let reads = 0; reads < FURTHER_READS; reads++) {
    const edge = isBackward ? page.before : page.after
    if (edge === null || fitting(page, at) < page.rows.length) break
    const next = await searchPage(search, {
      after: isBackward ? null : edge,
      before: isBackward ? edge : null,
      limit,
    })
    // What was read already stands on its own, and the link leads to the rest.
    if (next.refused) break
    page = isBackward ? joined(next, page) : joined(page, next)
  }
  return cut(page, at)
}

function fitting({ rows }: SearchPage, at: PageAt): number {
  return countWithin(at.limit, at.before === null ? rows : rows.toReversed())
}

function joined(first: SearchPage, last: SearchPage): SearchPage {
  return {
    rows: [...first.rows, ...last.rows],
    cursors: [...first.cursors, ...last.cursors],
    before: first.before,
    after: last.after,
    refused: null,
  }
}

/** Without the jobs that begin another page, at the end that was read towards. */
function cut(page: SearchPage, at: PageAt): SearchPage {
  const count = fitting(page, at)
  if (count === page.rows.length) return page
  if (at.before === null) {
    const cursors = page.cursors.slice(0, count)
    return { ...page, rows: page.rows.slice(0, count), cursors, after: cursors.at(-1) ?? null }
  }
  const cursors = page.cursors.slice(-count)
  return { ...page, rows: page.rows.slice(-count), cursors, before: cursors[0] ?? null }
}
