import { inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import type { ReadJob } from '../adapter'
import { insertImport, type NewImport } from '../insert'
import { type Run, system, takeRun } from '../run/lease'
import { type Answer, type Ending, type Report, readSource, runImport } from '../run/run-import'

let planted = 0

/** An import of a board of its own; answers its source. */
export async function plantImport(wanted: Partial<NewImport> = {}): Promise<number> {
  const made = await inTransaction(system, async (tx) =>
    done(
      await insertImport(tx, {
        adapter: 'greenhouse',
        board: `demo-${++planted}`,
        companyId: null,
        ...wanted,
      }),
    ),
  )
  if (!made.ok) throw new Error('no import')
  return made.value.sourceId
}

export const whole: Ending = { kind: 'whole', etag: null, lastModified: null }

export async function* answerOf(jobs: readonly ReadJob[], ending: Ending = whole, batch = 100): Answer {
  for (let start = 0; start < jobs.length; start += batch) yield jobs.slice(start, start + batch)
  return ending
}

export async function takenRun(sourceId: number): Promise<Run> {
  const taken = await takeRun(sourceId)
  if (!taken.ok) throw new Error(taken.reason)
  return taken.value
}

/** One run of an import, from its lease to its end. */
export async function runOnce(sourceId: number, jobs: readonly ReadJob[], ending = whole): Promise<Report> {
  const source = await readSource(sourceId)
  if (!source) throw new Error('no source')
  return runImport(await takenRun(sourceId), source, answerOf(jobs, ending))
}
