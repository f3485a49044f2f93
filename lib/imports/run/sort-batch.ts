import { createHash } from 'node:crypto'
import type { ImportedJob } from '../shape'
import type { Known } from './known'

/** A job of the source and what became of it since the last answer. */
export type Sorted =
  | { fate: 'added'; job: ImportedJob; hash: string }
  /** `reread`: the source says the same, this board reads it otherwise now. */
  | { fate: 'changed' | 'reread' | 'reopened'; job: ImportedJob; hash: string; known: Known }
  | { fate: 'unchanged' | 'seen-again'; known: Known }

/** SHA-256 over what the source states; the fields stand in the order of the shape. */
export function hashOf(job: ImportedJob): string {
  return createHash('sha256').update(JSON.stringify(job)).digest('base64url')
}

/**
 * What is to be done with each job of an answer. A job that people closed here, or that its time closed, stays closed; one that was
 * closed because its source no longer showed it is open again when the source does. A job edited here keeps its words.
 */
export function sortBatch(
  jobs: readonly ImportedJob[],
  known: ReadonlyMap<string, Known>,
  isReadAnew: boolean,
): Sorted[] {
  return jobs.map((job) => {
    const hash = hashOf(job)
    const before = known.get(job.externalId)
    if (!before) return { fate: 'added', job, hash }
    return sortKnown(job, hash, before, isReadAnew)
  })
}

function sortKnown(job: ImportedJob, hash: string, known: Known, isReadAnew: boolean): Sorted {
  if (isOpenable(known)) return { fate: 'reopened', job, hash, known }
  const seen = seenOf(known)
  if (known.state !== 'published' || known.isEditedHere) return seen
  if (known.hash !== hash) return { fate: 'changed', job, hash, known }
  return isReadAnew ? { fate: 'reread', job, hash, known } : seen
}

/** Closed because its source no longer showed it, or because the choice of its employer left it out. */
function isOpenable({ state, closeReason, isMissing }: Known): boolean {
  return state === 'closed' && (closeReason === 'source_gone' || (closeReason === 'withdrawn' && isMissing))
}

/** Its source shows it, and that is all there is to note. */
export function seenOf(known: Known): Extract<Sorted, { fate: 'unchanged' | 'seen-again' }> {
  return { fate: known.isMissing && known.state === 'published' ? 'seen-again' : 'unchanged', known }
}
