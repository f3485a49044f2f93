import type { Tag } from '@/lib/guides/input'
import { tagHref } from './tag-links'

/** What the guides are about, with how many pages each leads to. */
export function TagList({ tags }: { tags: readonly (Tag & { pages: number })[] }) {
  if (tags.length === 0) return null
  return (
    <section aria-labelledby="tags" className="pt-8">
      <h2 id="tags" className="pb-2 text-18 font-semibold">
        By tag
      </h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {tags.map(({ slug, title, pages }) => (
          <li key={slug}>
            <a href={tagHref(slug)} className="inline-flex items-center pointer-coarse:min-h-11">
              {title}
            </a>{' '}
            <span className="tabular text-14 text-ink-2">{pages}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
