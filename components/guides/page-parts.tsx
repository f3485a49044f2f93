import type { ReactNode } from 'react'
import { dayText } from '@/components/format'
import type { Author, Tag } from '@/lib/guides/input'
import type { Around, Entry } from '@/lib/guides/queries'
import type { CitedSource } from '@/lib/guides/shown-page'
import { TagLinks } from './tag-links'

/** Of every page of the guides: its name, what it answers, and how old that is. */
export type Shown = {
  title: string
  description: string
  readingMinutes: number
  published: string
  reviewed: string
  author: Author
  tags: readonly Tag[]
}

type HeadProps = { page: Shown; locale: string; hasJobs?: boolean; children?: ReactNode }

export function PageHead({ page, locale, hasJobs = false, children }: HeadProps) {
  return (
    <header className="grid gap-3">
      <h1 className="text-28 font-semibold sm:text-36">{page.title}</h1>
      <p className="max-w-prose text-18 text-ink-2">{page.description}</p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-14 text-ink-2">
        <li>{page.readingMinutes} min to read</li>
        <li>
          By <span title={page.author.about}>{page.author.name}</span>
        </li>
        <li>
          Published <time dateTime={page.published}>{dayText(page.published, locale)}</time>
        </li>
        <li>
          Reviewed <time dateTime={page.reviewed}>{dayText(page.reviewed, locale)}</time>
        </li>
      </ul>
      <TagLinks tags={page.tags} />
      {children}
      {hasJobs ? (
        <p className="no-print xl:hidden">
          <a href="#open-jobs" className="inline-flex items-center pointer-coarse:min-h-11">
            Open jobs ↓
          </a>
        </p>
      ) : null}
    </header>
  )
}

/** What the numbers in brackets stand for. */
export function SourceList({ cited }: { cited: readonly CitedSource[] }) {
  if (cited.length === 0) return null
  return (
    <section aria-labelledby="sources" className="source-list">
      <h2 id="sources">Sources</h2>
      <ol>
        {cited.map(({ id, number, title, publisher, year, url, licence }) => (
          <li key={id} id={`source-${id}`} value={number}>
            <a href={url} rel="noopener">
              {title}
            </a>
            , {publisher}, {year} ({licence})
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The page before this one and the one after it. */
export function Neighbours({ previous, next }: Pick<Around, 'previous' | 'next'>) {
  if (!previous && !next) return null
  const link = 'inline-flex items-center pointer-coarse:min-h-11'
  return (
    <nav aria-label="Previous and next" className="no-print flex flex-wrap justify-between gap-x-6 gap-y-2">
      {previous ? (
        <a rel="prev" href={previous.href} className={link}>
          ← {previous.title}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a rel="next" href={next.href} className={`${link} text-right`}>
          {next.title} →
        </a>
      ) : null}
    </nav>
  )
}

export function LinkList({
  id,
  title,
  entries,
}: {
  id: string
  title: string
  entries: readonly Pick<Entry, 'href' | 'title'>[]
}) {
  if (entries.length === 0) return null
  return (
    <nav aria-labelledby={id} className="no-print grid gap-2">
      <h2 id={id} className="text-18 font-semibold">
        {title}
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href} className="inline-flex items-center pointer-coarse:min-h-11">
              {entry.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
