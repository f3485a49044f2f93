import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { checkDueLinks } from './links'
import { previewImport } from './preview'
import { importBoard } from './run/import-board'
import { system } from './run/lease'
import { setOffRun } from './set-off'
import { endImport, withdrawImported } from './withdraw'

const runPayload = z.object({ sourceId: z.number().int() })
const endPayload = runPayload.extend({ userId: z.uuid() })
const withdrawPayload = z.object({ companyId: z.number().int(), userId: z.uuid() })

export const importTasks = {
  'imports.due': async () => addDueRuns(),
  'imports.run': async (payload: unknown) => {
    await importBoard(runPayload.parse(payload).sourceId)
  },
  'imports.check_links': async () => {
    await checkDueLinks()
  },
  'imports.preview': async (payload: unknown) => previewImport(runPayload.parse(payload).sourceId),
  'imports.end': async (payload: unknown) => endImport(endPayload.parse(payload)),
  'imports.withdraw': async (payload: unknown) => withdrawImported(withdrawPayload.parse(payload)),
}

/** At most so many runs are set off a minute: a board with thousands of sources spreads them by itself. */
const DUE_AT_ONCE = 200

/** Sets off each import whose time has come, and each run that was killed. A source that is at it already is not asked twice: the key is the same. */
export async function addDueRuns(): Promise<void> {
  await inTransaction(system, async (tx) => {
    const { rows } = await tx.execute<{ sourceId: number }>(sql`
      select source_id as "sourceId" from imports
      where state = 'active' and coalesce(leased_until <= now(), true) and (next_run_at <= now()
        or (next_run_at is not null
          and exists (select from import_runs r where r.source_id = imports.source_id and r.state = 'running')))
      order by next_run_at limit ${DUE_AT_ONCE}`)
    for (const { sourceId } of rows) await setOffRun(tx, sourceId)
    return done()
  })
}
