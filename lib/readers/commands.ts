import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { guideReads, guideVotes } from '@/db/schema'
import { type Actor, inTransaction } from '@/db/transaction'
import { env } from '@/lib/env'
import { getPageAt } from '@/lib/guides/page-at'
import { done, NotFound, type Outcome } from '@/lib/outcome'
import type { VoteInput } from './input'

/**
 * Whether a page was useful, said by anybody: a person once for each page, and everybody else once for each network that they come from. Saying it
 * again replaces what was said.
 */
export async function vote(
  actor: Actor,
  { page, useful, note, network }: VoteInput & { network: string },
): Promise<Outcome<never, { page: string }>> {
  await requirePage(page)
  const values = { isUseful: useful === 'yes', note: note || null, at: sql`now()` }
  return inTransaction(actor, async (tx) => {
    await tx
      .insert(guideVotes)
      .values({ page, voter: voterOf(actor, network, page), ...values })
      .onConflictDoUpdate({ target: [guideVotes.page, guideVotes.voter], set: values })
    return done({ page })
  })
}

/** One more reader of a page today. */
export async function countRead(actor: Actor, page: string): Promise<Outcome> {
  await requirePage(page)
  return inTransaction(actor, async (tx) => {
    await tx
      .insert(guideReads)
      .values({ page, day: sql`(now() at time zone 'UTC')::date`, reads: 1 })
      .onConflictDoUpdate({
        target: [guideReads.day, guideReads.page],
        set: { reads: sql`${guideReads.reads} + 1` },
      })
    return done()
  })
}

async function requirePage(page: string): Promise<void> {
  if (!(await getPageAt(page))) throw new NotFound()
}

/** Tells the same voter of the same page again, and neither who it is nor what else they said. */
function voterOf(actor: Actor, network: string, page: string): string {
  const who = actor.kind === 'person' ? `person ${actor.userId}` : `network ${network}`
  return createHmac('sha256', env().WAYPOST_SECRET).update(`vote ${page} ${who}`).digest('base64url')
}
