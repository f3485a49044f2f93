import type { Metadata } from 'next'
import { dayText, numberText } from '@/components/format'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { getReaders } from '@/lib/readers/queries'
import { requireAdmin } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Readers of guides' }

export default async function AdminGuidesRoute() {
  await requireAdmin('/admin/guides')
  const { pages, notes } = await getReaders()
  const locale = env().BOARD_LOCALE
  return (
    <>
      <PageHeading
        title="Readers of guides"
        lead="How often each page was read in the last 30 days, by readers with scripts who stayed on it, and what its readers said of it. The least useful stand first."
      />
      <section aria-labelledby="notes" className="grid gap-2 pb-8">
        <h2 id="notes" className="text-18 font-semibold">
          What readers wrote
        </h2>
        {notes.length === 0 ? <p className="text-ink-2">Nobody has written yet.</p> : null}
        <ul className="border-t border-line empty:hidden">
          {notes.map(({ page, isUseful, text, at }) => (
            <li key={`${page.href} ${at}`} className="grid gap-0.5 border-b border-line py-3">
              <p className="max-w-prose break-words whitespace-pre-line">{text}</p>
              <p className="text-14 text-ink-2">
                <a href={page.href}>{page.title}</a> · {isUseful ? 'useful' : 'not useful'} ·{' '}
                {dayText(at, locale)}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <div className="overflow-x-auto">
        <table className="w-full text-15">
          <thead>
            <tr className="border-b border-line text-left">
              <th scope="col" className="py-2 pr-4">
                Page
              </th>
              {['Read', 'Useful', 'Not useful'].map((name) => (
                <th key={name} scope="col" className="py-2 pl-4 text-right">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.map(({ href, title, reads, useful, notUseful }) => (
              <tr key={href} className="border-b border-line">
                <th scope="row" className="py-2 pr-4 text-left font-normal">
                  <a href={href}>{title}</a>
                </th>
                <td className="tabular py-2 pl-4 text-right">{numberText(reads, locale)}</td>
                <td className="tabular py-2 pl-4 text-right">{numberText(useful, locale)}</td>
                <td className="tabular py-2 pl-4 text-right">{numberText(notUseful, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
