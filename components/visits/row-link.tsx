'use client'

import { useViewed } from './viewed'

type Props = { publicId: string; href: string; title: string; isOpen: boolean }

/** The title of a row: quieter once this browser has viewed the job. */
export function RowLink({ publicId, href, title, isOpen }: Props) {
  const isViewed = useViewed(publicId)
  return (
    <>
      <a
        href={href}
        data-row={publicId}
        {...(isViewed ? { 'data-viewed': '' } : {})}
        aria-current={isOpen ? 'true' : undefined}
        className={`no-underline after:absolute after:inset-0 visited:text-ink-2 group-hover:text-sign group-hover:underline ${isViewed ? 'text-ink-2' : 'text-ink'}`}
      >
        {title}
      </a>
      {isViewed ? <span className="sr-only"> (viewed)</span> : null}
    </>
  )
}
