import { eq } from 'drizzle-orm'
import { comments } from '@/db/schema'
import type { SignedIn } from '@/lib/accounts/viewer'
import { getPageAt } from '@/lib/guides/page-at'
import { hrefOfComment } from './address'
import { isEditor } from './rules'
import { reportedBy, type Said, saidBy, selectSaid } from './said'

export type OneComment = Said & {
  page: { href: string; title: string }
  /** Its place on its page; of the page alone while it is held. */
  href: string
  isHeld: boolean
  isAnswer: boolean
}

/** One comment with what a person may do with it. A held one is there for its writer and for moderators, a removed one for nobody. */
export async function getComment(id: string, viewer: SignedIn): Promise<OneComment | null> {
  const [row] = await selectSaid().where(eq(comments.id, id))
  if (!row || row.state === 'removed') return null
  const isHeld = row.state === 'held'
  if (isHeld && row.userId !== viewer.userId && !isEditor(viewer.kind)) return null
  const page = await getPageAt(row.page)
  if (!page) return null
  const reported = await reportedBy(viewer, [row])
  return {
    ...saidBy(row, { authorEmail: page.authorEmail, viewer, reported }),
    page: { href: page.href, title: page.title },
    href: isHeld ? `${page.href}#comments` : await hrefOfComment(id),
    isHeld,
    isAnswer: row.parentId !== null,
  }
}
