import { loadTaxonomy } from '@/lib/taxonomy/load'
import { understand } from '../understand'
import { type Known, readKnown } from './known'
import { isDoubtful, listGone } from './missing'
import { READING } from './reading'
import {
  type Answer,
  chosen,
  firstOfEach,
  idsOf,
  keepSome,
  type Progress,
  type Report,
  type Source,
} from './run-import'
import { sortBatch } from './sort-batch'

/** What a run would do, without writing anything: `--dry-run`. Null stands for an import that is not there yet. */
export async function tryImport(
  source: Source | null,
  answer: Answer,
  onProgress?: Progress,
): Promise<Report> {
  const taxonomy = await loadTaxonomy()
  const seen = new Set<number>()
  const report: Report = { ...none }
  for (;;) {
    const { value, done } = await answer.next()
    if (done) return { ...report, ...(await ended(source, seen, report, value)) }
    const { jobs, refusals } = chosen(value, source?.settings ?? {})
    const known = source
      ? await readKnown(source.sourceId, idsOf({ jobs, refusals }))
      : new Map<string, Known>()
    for (const { id } of known.values()) seen.add(id)
    const sorted = sortBatch(firstOfEach(jobs), known, source !== null && source.reading !== READING)
    for (const one of sorted) {
      if ('job' in one) understand(taxonomy, one.job)
      report.seen++
      if (one.fate === 'added' || one.fate === 'changed' || one.fate === 'reopened') report[one.fate]++
      else report.unchanged++
    }
    report.refused += refusals.length
    keepSome(report.refusals, refusals)
    onProgress?.(report)
  }
}

const none: Report = {
  state: 'done',
  seen: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  reopened: 0,
  missing: 0,
  closed: 0,
  refused: 0,
  refusals: [],
  error: null,
}

type Ended = Awaited<ReturnType<Answer['next']>>['value']

async function ended(
  source: Source | null,
  seen: ReadonlySet<number>,
  report: Report,
  ending: Ended,
): Promise<Partial<Report>> {
  if (Array.isArray(ending)) throw new Error('an answer ends with its ending')
  if (ending.kind === 'unchanged') return { state: 'unchanged' }
  if (ending.kind === 'partial') return { state: 'failed', error: ending.reason }
  if (!source) return {}
  const gone = await listGone(source.sourceId, seen)
  return isDoubtful(gone, report.seen) ? { state: 'held' } : { missing: gone.ids.length }
}
