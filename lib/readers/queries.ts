import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { listPages, type PageName } from '@/lib/guides/page-at'

const MOST_READ = 6
/** Below this a list of what is read most would be a list of chance. */
const READS_WORTH_SAYING = 20
const NOTES = 100

/** What was read most in the last 30 days, on pages that are still there; empty until readers have read enough. */
export async function mostRead(): Promise<PageName[]> {
  const { rows } = await db().execute<{ page: string }>(sql`
    select page from guide_reads where day > (now() at time zone 'UTC')::date - 30
    group by page having sum(reads) >= ${READS_WORTH_SAYING} order by sum(reads) desc, page limit ${2 * MOST_READ}`)
  const byHref = new Map((await listPages()).map((page) => [page.href, page]))
  return rows.flatMap(({ page }) => byHref.get(page) ?? []).slice(0, MOST_READ)
}

export type PageReaders = PageName & {
  /** In the last 30 days. */
  reads: number
  useful: number
  notUseful: number
}

export type Note = { page: PageName; isUseful: boolean; text: string; at: string }

/** For the operator: how each page is read and found, the least useful first, and what its readers wrote, the newest first. */
export async function getReaders(): Promise<{ pages: PageReaders[]; notes: Note[] }> {
  const [pages, reads, votes, notes] = await Promise.all([
    listPages(),
    db().execute<{ page: string; reads: number }>(sql`
      select page, sum(reads)::int as reads from guide_reads where day > (now() at time zone 'UTC')::date - 30 group by page`),
    db().execute<{ page: string; useful: number; total: number }>(sql`
      select page, count(*) filter (where is_useful)::int as useful, count(*)::int as total from guide_votes group by page`),
    db().execute<{ page: string; isUseful: boolean; text: string; at: Date }>(sql`
      select page, is_useful as "isUseful", note as text, at from guide_votes where note is not null
      order by at desc, page, voter limit ${NOTES}`),
  ])
  const readsOf = new Map(reads.rows.map((row) => [row.page, row.reads]))
  const votesOf = new Map(votes.rows.map((row) => [row.page, row]))
  const byHref = new Map(pages.map((page) => [page.href, page]))
  const found = pages.map((page) => {
    const { useful = 0, total = 0 } = votesOf.get(page.href) ?? {}
    return { ...page, reads: readsOf.get(page.href) ?? 0, useful, notUseful: total - useful }
  })
  return {
    pages: found.sort((a, b) => b.notUseful - a.notUseful || b.reads - a.reads || byTitle(a, b)),
    notes: notes.rows.flatMap(({ page, at, ...note }) => {
      const known = byHref.get(page)
      return known ? [{ ...note, page: known, at: new Date(at).toISOString() }] : []
    }),
  }
}

function byTitle(a: PageName, b: PageName): number {
  return a.title < b.title ? -1 : 1
}
