import type { Report } from '@/lib/imports/run/run-import'

const SHOWN_REFUSALS = 20

const words: Record<Report['state'], string> = {
  running: 'Running',
  done: 'Done',
  unchanged: 'Nothing has changed at the source',
  held: 'Held: the answer is doubted, so nothing is counted as gone',
  failed: 'Failed: what was read is kept, nothing is counted as gone',
}

/** What a run did, for a terminal. */
export function reportLines(report: Report, isDry: boolean): string[] {
  const { added, changed, unchanged, reopened, missing, closed, refused } = report
  const counts = { added, changed, unchanged, reopened, 'no longer shown': missing, closed, refused }
  const named = Object.entries(counts).filter(([, n]) => n > 0)
  return [
    `${isDry ? 'A dry run, nothing was written. ' : ''}${words[report.state]}: ${report.seen} jobs seen.`,
    ...(report.error ? [`  ${report.error}`] : []),
    ...named.map(([name, n]) => `  ${String(n).padStart(7)}  ${name}`),
    ...report.refusals
      .slice(0, SHOWN_REFUSALS)
      .map(
        ({ externalId, title, field, value, reason }) =>
          `  refused ${externalId ?? '?'} ${title ?? ''}: ${field} ${reason} (${value})`,
      ),
    ...(refused > SHOWN_REFUSALS ? [`  … and ${refused - SHOWN_REFUSALS} more refused`] : []),
  ]
}
