import { randomUUID } from 'node:crypto'
import { getKeptForm, type KeptForm } from './kept'
import { currentViewer } from './session'

export type { KeptForm } from './kept'

/** What was typed into the form that was sent back here, with what is wrong with it; for `?kept=` of a page. */
export async function keptForm(kept: string | string[] | undefined): Promise<KeptForm | null> {
  if (typeof kept !== 'string') return null
  return getKeptForm(kept, (await currentViewer())?.userId ?? null)
}

/** The hidden `idempotencyKey` of a form that creates something: a second click is the same write. */
export function freshKey(): string {
  return randomUUID()
}
