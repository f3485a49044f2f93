import { Fragment } from 'react'
import { numberText } from '@/components/format'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { MOST_FOUND } from '@/lib/guides/input'
import type { Piece } from '@/lib/guides/search/excerpt'
import type { FoundPage, FoundPages } from '@/lib/guides/search/search-guides'
import { kindLabels } from './words'

type Props = { asked: string; page: number; answer: FoundPages; locale: string }

/** What was found, and what was looked for; jobs for the same words are never further than a link. */
export function FoundPageList({ asked, page, answer, locale }: Props) {
  const { found, total, isPartial } = answer
  if (total === 0) return <NothingFound asked={asked} />
  if (found.length === 0) {
    return (
      <EmptyState
        title="The result has no such page"
        step={<a href={foundHref(asked, 1)}>Begin at its first page</a>}
      />
    )
  }
  return (
    <section aria-labelledby="found" className="pb-8">
      <h2 id="found" className="text-18 font-semibold">
        {isPartial ? 'No page says all of this; ' : ''}
        {numberText(total, locale)} {total === 1 ? 'page' : 'pages'}{' '}
        {isPartial ? 'say some' : `for “${asked}”`}
      </h2>
      <ReadAs words={answer.readAs} />
      <ol className="mt-3 border-t border-line">
        {found.map((one) => (
          <FoundLine key={one.href} found={one} />
        ))}
      </ol>
      <Pager asked={asked} page={page} hasMore={page * MOST_FOUND < total} />
      <p className="pt-3">
        <JobsFor asked={asked} />
      </p>
    </section>
  )
}

function FoundLine({ found: { kind, href, title, heading, excerpt } }: { found: FoundPage }) {
  return (
    <li className="grid gap-1 border-b border-line py-3">
      <h3 className="text-16 font-semibold">
        <a href={href} className="inline-flex flex-wrap items-center gap-x-2 pointer-coarse:min-h-11">
          {title}
          {heading ? <span className="font-normal">{heading}</span> : null}
        </a>
      </h3>
      <p className="max-w-prose text-15 text-ink-2">
        <span className="text-14">{kindLabels[kind]} · </span>
        <Excerpt pieces={excerpt} />
      </p>
    </li>
  )
}

function Excerpt({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0
  return pieces.map(({ text, isMarked }) => {
    const key = at
    at += text.length
    return isMarked ? (
      <mark key={key} className="rounded bg-sign-soft font-medium text-ink">
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    )
  })
}

function ReadAs({ words }: { words: FoundPages['readAs'] }) {
  if (words.length === 0) return null
  return (
    <p className="text-14 text-ink-2">
      {words.map(({ typed, as }, at) => (
        <Fragment key={typed}>
          {at > 0 ? ', ' : null}
          {as === null ? (
            <>nothing says “{typed}”</>
          ) : (
            <>
              “{typed}” read as <b className="font-medium text-ink">{as}</b>
            </>
          )}
        </Fragment>
      ))}
    </p>
  )
}

function NothingFound({ asked }: { asked: string }) {
  return (
    <div className="pb-8">
      <EmptyState title={`No guide says “${asked}”`} step={<JobsFor asked={asked} />}>
        Jobs may. The guides and what they are about stand below.
      </EmptyState>
    </div>
  )
}

function JobsFor({ asked }: { asked: string }) {
  return (
    <a
      href={`/jobs?${new URLSearchParams({ q: asked })}`}
      className="inline-flex items-center pointer-coarse:min-h-11"
    >
      Jobs for “{asked}” →
    </a>
  )
}

function Pager({ asked, page, hasMore }: { asked: string; page: number; hasMore: boolean }) {
  if (page === 1 && !hasMore) return null
  return (
    <nav aria-label="Pages" className="flex justify-between gap-3 py-4">
      {page > 1 ? (
        <a className={buttonClass()} rel="prev" href={foundHref(asked, page - 1)}>
          ← Better matches
        </a>
      ) : (
        <span />
      )}
      {hasMore ? (
        <a className={buttonClass()} rel="next" href={foundHref(asked, page + 1)}>
          More pages →
        </a>
      ) : null}
    </nav>
  )
}

function foundHref(asked: string, page: number): string {
  return `/guides?${new URLSearchParams({ q: asked, ...(page > 1 ? { page: String(page) } : {}) })}`
}
