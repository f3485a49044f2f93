import { inTransaction } from '@/db/transaction'
import { insertImport } from '@/lib/imports/insert'
import { findImport } from '@/lib/imports/queries'
import { employersNamed } from '@/lib/imports/run/employers'
import { importBoard } from '@/lib/imports/run/import-board'
import { system } from '@/lib/imports/run/lease'
import { readBoard } from '@/lib/imports/run/read-board'
import { type Progress, type Report, readSource } from '@/lib/imports/run/run-import'
import { tryImport } from '@/lib/imports/run/try-import'
import { done } from '@/lib/outcome'
import { exemptHosts } from '@/lib/outside/url'
import { readFile } from './read-file'
import type { Target } from './target'

type Options = {
  companyName?: string | undefined
  /** Of a table: what a column states -> its name. */
  columns?: Record<string, string> | undefined
  isDry: boolean
  /** Somebody waits for it; see `Manner`. */
  inHaste?: boolean
  onProgress: Progress
}

/** Reads a board or file in, as the operator; null when the same one is being read elsewhere. A file has no schedule. */
export async function importTarget(
  { adapter, board, file, isNamed }: Target,
  { companyName, columns, isDry, inHaste = true, onProgress }: Options,
): Promise<Report | null> {
  const answer = file === null ? undefined : readFile(adapter, file, { board: isNamed ? board : '', columns })
  if (isDry) {
    const known = await findImport(adapter.name, board)
    const source = known === null ? null : await readSource(known)
    const asked =
      answer ??
      readBoard({ adapter, board, marks: null, columns, allowed: exemptHosts(), keepAlive: async () => {} })
    return tryImport(source, asked, onProgress)
  }
  const company = companyName ? (await employersNamed([companyName])).get(companyName) : undefined
  const made = await inTransaction(system, async (tx) => {
    const everyMinutes = file === null ? undefined : null
    const settings = columns ? { columns } : {}
    const wanted = { adapter: adapter.name, board, companyId: company?.id ?? null, settings }
    return done(await insertImport(tx, everyMinutes === null ? { ...wanted, everyMinutes } : wanted))
  })
  if (!made.ok) throw new Error('an import was not written')
  return importBoard(made.value.sourceId, { onProgress, inHaste, ...(answer ? { answer } : {}) })
}
