import { numberText } from '@/components/format'
import { Moment } from '@/components/imports/moment'
import { adapterNamed } from '@/lib/imports/adapters'
import type { ImportRow } from '@/lib/imports/page-queries'
import { Withdrawing } from './withdrawing'
import { stateWords } from './words'

type Props = {
  rows: readonly ImportRow[]
  /** The page on which the list stands. */
  href: string
  locale: string
  showCompany?: boolean
}

export function ImportList({ rows, href, locale, showCompany = false }: Props) {
  const ending = rows.filter(isEnding)
  const left = ending.reduce((sum, { openJobs }) => sum + openJobs, 0)
  return (
    <>
      {ending.length > 0 ? <Withdrawing left={left} href={href} locale={locale} /> : null}
      <ul className="border-t border-line">
        {rows.map((row) => (
          <li key={row.publicId} className="grid gap-0.5 border-b border-line py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              {isEnding(row) ? (
                <span className="font-medium break-all">{nameOf(row)}</span>
              ) : (
                <a href={`/employer/imports/${row.publicId}`} className="font-medium break-all">
                  {nameOf(row)}
                </a>
              )}
              <span className="text-15 tabular">
                {numberText(row.openJobs, locale)} open {row.openJobs === 1 ? 'job' : 'jobs'}
              </span>
            </div>
            <p className="text-14 text-ink-2">
              {showCompany ? `${row.company?.name ?? 'Companies as the source names them'} · ` : ''}
              {row.isRunning ? 'Being read now' : stateWords[row.state]}
              {row.lastAnswerAt ? (
                <>
                  {' · read '}
                  <Moment iso={row.lastAnswerAt} locale={locale} />
                </>
              ) : null}
              {row.missingJobs > 0 ? ` · ${numberText(row.missingJobs, locale)} no longer shown` : ''}
            </p>
            {row.lastError ? (
              <p className="text-14 font-medium text-closed">
                <span aria-hidden="true">! </span>
                {row.lastError}
                {row.failures > 1 ? ` (${row.failures} times in a row)` : ''}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Nothing can be done with it any more: it has no page. */
function isEnding({ state }: ImportRow): boolean {
  return state === 'ending'
}

export function nameOf({ adapter, board }: Pick<ImportRow, 'adapter' | 'board'>): string {
  return `${adapterNamed(adapter)?.label ?? adapter}: ${board}`
}
