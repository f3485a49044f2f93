import { type News, newsRoleOf } from '@/lib/alerts/news'
import { calledHere } from '@/lib/figures/called'
import { Known, knownAt } from '@/lib/figures/queries'
import { sections } from '@/lib/guides/input'
import { contentFolder, loadLibrary } from '@/lib/guides/library'
import type { Guide } from '@/lib/guides/pages'
import type { MailItem } from '@/lib/mail/templates'
import type { Search } from '@/lib/search/search'
import { chiefMeasures, isWithin, type Moved, movedOf, payMeasures } from './rules'
import { movedItem } from './words'

type Asked = { role: string; since: string; until: string }

/** Pages that a mail names. */
const MOST_PAGES = 8

/** What changed for a role: its figures, its guide, and the comparisons that name it. Null when nothing did, and when it has no guide. */
export async function newsOf({ role, since, until }: Asked, folder = contentFolder): Promise<News | null> {
  const overview = (await loadLibrary(folder)).guides.find(
    (guide) => guide.role === role && guide.section === 'overview',
  )
  if (!overview) return null
  const [moved, pages, called] = await Promise.all([
    movedFigures({ role, since, until }),
    changedPages({ role, since, until }, folder),
    calledHere(),
  ])
  if (moved.length === 0 && pages.length === 0) return null
  return {
    role: overview.title,
    href: overview.href,
    since,
    figures: moved.map((one) => movedItem(one, called)),
    pages: pages.slice(0, MOST_PAGES),
    morePages: Math.max(0, pages.length - MOST_PAGES),
  }
}

const DAY_MS = 86_400_000

/** The news of the last days, today's pages too, as one mail would say them; null where the search can bring none. */
export async function previewNews(search: Search, days: number): Promise<{ inTime: News | null } | null> {
  const asked = await newsRoleOf(search, hasNews)
  if (typeof asked === 'string') return null
  const now = Date.now()
  const since = new Date(now - days * DAY_MS).toISOString()
  const until = new Date(now + DAY_MS).toISOString()
  return { inTime: await newsOf({ ...asked, since, until }) }
}

/** Roles that have a guide, so that there may be news of them. */
export async function rolesWithNews(folder = contentFolder): Promise<Set<string>> {
  return new Set((await loadLibrary(folder)).guides.map(({ role }) => role))
}

export async function hasNews(role: string): Promise<boolean> {
  return (await rolesWithNews()).has(role)
}

async function movedFigures({ role, since, until }: Asked): Promise<Moved[]> {
  const chief = chiefMeasures(role)
  const found = await knownAt(chief, until)
  const pay = payMeasures(role, found)
  const [paid, before] = await Promise.all([knownAt(pay, until), knownAt([...chief, ...pay], since)])
  return movedOf(role, before, new Known([...found.figures, ...paid.figures]))
}

/** The last reviewed first; of one day the guide in its order. */
async function changedPages(asked: Asked, folder: string): Promise<MailItem[]> {
  const { guides, comparisons } = await loadLibrary(folder)
  const own = [
    ...guides.filter(({ role }) => role === asked.role).toSorted(bySection),
    ...comparisons.filter(({ roles }) => roles.includes(asked.role)),
  ]
  return own
    .filter(({ reviewed }) => isWithin(reviewed, asked))
    .toSorted((a, b) => b.reviewed.localeCompare(a.reviewed))
    .map(({ title, href, description, published }) => ({
      title: `${isWithin(published, asked) ? 'New' : 'Reviewed'}: ${title}`,
      href,
      lines: [description],
    }))
}

function bySection(a: Guide, b: Guide): number {
  return sections.indexOf(a.section) - sections.indexOf(b.section)
}
