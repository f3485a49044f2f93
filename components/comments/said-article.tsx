import type { ReactNode } from 'react'
import { dayText } from '@/components/format'
import type { Said } from '@/lib/comments/said'
import { CommentText } from './comment-text'
import { badgeLabels } from './words'

type Props = { said: Said; locale: string; children?: ReactNode }

/** One comment or answer; below it, what its reader can do. */
export function SaidArticle({ said, locale, children }: Props) {
  const { id, name, badge, text, at } = said
  return (
    <article id={`comment-${id}`} className="grid gap-1 target:bg-sign-soft">
      <header className="flex flex-wrap items-center gap-x-3 text-14">
        <bdi className="font-semibold">{name}</bdi>
        {badge ? (
          <span className="rounded border border-sign px-1.5 text-12 font-medium text-sign">
            {badgeLabels[badge]}
          </span>
        ) : null}
        <a href={`#comment-${id}`} className="inline-flex items-center text-ink-2 pointer-coarse:min-h-11">
          <time dateTime={at}>{dayText(at, locale)}</time>
        </a>
      </header>
      <CommentText text={text} />
      {children}
    </article>
  )
}
