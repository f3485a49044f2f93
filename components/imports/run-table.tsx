import { numberText } from '@/components/format'
import type { RunRow } from '@/lib/imports/page-queries'
import { Moment } from './moment'
import { runWords } from './words'

const counts = ['seen', 'added', 'changed', 'reopened', 'missing', 'closed', 'refused'] as const
const headings: Record<(typeof counts)[number], string> = {
  seen: 'Seen',
  added: 'New',
  changed: 'Changed',
  reopened: 'Open again',
  missing: 'No longer shown',
  closed: 'Closed',
  refused: 'Refused',
}

/** What each reading of the source brought, the newest first. */
export function RunTable({ runs, locale }: { runs: readonly RunRow[]; locale: string }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-15">
        <caption className="sr-only">Readings of the source, the newest first</caption>
        <thead className="text-14 text-ink-2">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-4 text-left font-medium">
              When
            </th>
            <th scope="col" className="py-1.5 pr-4 text-left font-medium">
              Outcome
            </th>
            {counts.map((name) => (
              <th key={name} scope="col" className="py-1.5 pl-4 text-right font-medium">
                {headings[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} className="border-b border-line align-top">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal whitespace-nowrap">
                <Moment iso={run.startedAt} locale={locale} />
              </th>
              <td className="min-w-40 py-1.5 pr-4">
                {runWords[run.state]}
                {run.error ? <span className="block text-14 text-ink-2">{run.error}</span> : null}
              </td>
              {counts.map((name) => (
                <td
                  key={name}
                  className={`tabular py-1.5 pl-4 text-right ${run[name] === 0 ? 'text-ink-2' : ''}`}
                >
                  {numberText(run[name], locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
