import { db } from '@/db/client'
import { exemptHosts } from '@/lib/outside/url'
import type { Adapter } from '../adapter'
import { adapterNamed } from '../adapters'
import { keepLease, LeaseLost, type Run, takeRun } from './lease'
import { readBoard } from './read-board'
import { READING } from './reading'
import {
  type Answer,
  failRun,
  type Manner,
  type Report,
  readSource,
  runImport,
  type Source,
} from './run-import'

type Options = Manner & {
  /** Instead of asking the source: an answer of it that is at hand, such as a file. */
  answer?: Answer
}

/** One run of an import, from its lease to its end; null when it runs elsewhere now, or is no more. */
export async function importBoard(
  sourceId: number,
  { answer, ...manner }: Options = {},
): Promise<Report | null> {
  const taken = await takeRun(sourceId)
  if (!taken.ok) return null
  const run = taken.value
  try {
    const source = await readSource(sourceId)
    if (!source) return null
    return await runImport(run, source, answer ?? askedOf(run, source), manner)
  } catch (error) {
    // Somebody else has it now, or its people ended it: that is theirs to tell.
    if (error instanceof LeaseLost) return null
    await failRun(run, 'A fault of this board; its operator finds it in the log.').catch(() => null)
    throw error
  }
}

function askedOf(run: Run, source: Source): Answer {
  return readBoard({
    adapter: requireAdapter(source.adapter),
    board: source.board,
    marks: source.reading === READING ? source.marks : null,
    columns: source.settings.columns,
    allowed: exemptHosts(),
    keepAlive: () => keepLease(db(), run),
  })
}

export function requireAdapter(name: string): Adapter {
  const adapter = adapterNamed(name)
  if (!adapter) throw new Error(`there is no adapter "${name}"`)
  return adapter
}
