import { dayText } from '@/components/format'
import type { GuideEntry } from '@/lib/guides/queries'

type Props = { guide: Pick<GuideEntry, 'readingMinutes' | 'published' | 'reviewed'>; locale: string }

/** How long it takes to read, since when it can be read, and when somebody last stood by it. */
export function GuideMeta({ guide, locale }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-14 text-ink-2">
      <li>{guide.readingMinutes} min to read</li>
      <li>
        Published <time dateTime={guide.published}>{dayText(guide.published, locale)}</time>
      </li>
      <li>
        Reviewed <time dateTime={guide.reviewed}>{dayText(guide.reviewed, locale)}</time>
      </li>
    </ul>
  )
}
