import type { Tag } from '@/lib/guides/input'

export function tagHref(slug: string): string {
  return `/guides/tags/${slug}`
}

/** What a page is about, each a way to the other pages about it. */
export function TagLinks({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return null
  return (
    <ul aria-label="Tags" className="no-print flex flex-wrap gap-x-4 text-14">
      {tags.map(({ slug, title, about }) => (
        <li key={slug}>
          <a href={tagHref(slug)} title={about} className="inline-flex items-center pointer-coarse:min-h-11">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}
