import { Fragment } from 'react'
import { kindLabels } from '@/components/guides/words'
import type { NamedPage } from '@/lib/guides/named'

/** Where to read about what the search names. */
export function NamedGuides({ pages }: { pages: readonly NamedPage[] }) {
  if (pages.length === 0) return null
  return (
    <p className="min-w-0 pb-3 text-14 text-ink-2">
      {pages.map(({ kind, title, href }, at) => (
        <Fragment key={href}>
          {at > 0 ? ' · ' : null}
          {kindLabels[kind]}:{' '}
          <a href={href} className="inline-flex items-center pointer-coarse:min-h-11">
            {title}
          </a>
        </Fragment>
      ))}
    </p>
  )
}
