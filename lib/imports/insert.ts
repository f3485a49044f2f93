import { and, eq, sql } from 'drizzle-orm'
import { type ImportSettings, imports, sources } from '@/db/schema'
import type { Tx } from '@/db/transaction'
import type { ImportState } from '@/db/values'
import { newPublicId } from '@/lib/jobs/public-id'

export type NewImport = {
  adapter: string
  /** As the adapter spells it. */
  board: string
  companyId: number | null
  addedBy?: string | null
  state?: ImportState
  settings?: ImportSettings
  /** Null: it runs only when somebody asks. */
  everyMinutes?: number | null
}

/** `isEnding`: this board was imported before, and is still being taken away. */
export type MadeImport = { sourceId: number; publicId: string; isNew: boolean; isEnding: boolean }

/** The import of this board for this company; two who add it at once get the same one. */
export async function insertImport(tx: Tx, wanted: NewImport): Promise<MadeImport> {
  // Of two at once the second waits here, and finds what the first made.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`import ${wanted.adapter} ${wanted.board}`}, 0))`,
  )
  const [known] = await tx
    .select({
      sourceId: imports.sourceId,
      publicId: imports.publicId,
      isEnding: sql<boolean>`${imports.state} = 'ending'`,
    })
    .from(imports)
    .where(
      and(
        eq(imports.adapter, wanted.adapter),
        eq(imports.board, wanted.board),
        sql`${imports.companyId} is not distinct from ${wanted.companyId}::int`,
      ),
    )
  if (known) return { ...known, isNew: false }
  const publicId = newPublicId()
  const [source] = await tx
    .insert(sources)
    .values({ kind: 'imported', name: `${wanted.adapter}:${wanted.board.slice(0, 200)}:${publicId}` })
    .returning({ id: sources.id })
  if (!source) throw new Error('a source was not written')
  const { everyMinutes = 360, addedBy = null, state = 'active', settings = {} } = wanted
  await tx.insert(imports).values({
    sourceId: source.id,
    publicId,
    adapter: wanted.adapter,
    board: wanted.board,
    companyId: wanted.companyId,
    addedBy,
    state,
    settings,
    ...(everyMinutes === null ? {} : { everyMinutes, nextRunAt: sql`now()` }),
  })
  return { sourceId: source.id, publicId, isNew: true, isEnding: false }
}
