import type { TocEntry } from '@/lib/guides/text'

/** "On this page": links that work without scripts; `public/reading.js` marks the section that is being read. */
export function GuideToc({ toc }: { toc: TocEntry[] }) {
  const sections = toc.filter((entry) => entry.depth === 2)
  return (
    <nav aria-labelledby="guide-toc-title" className="toc-guide">
      <h2 id="guide-toc-title">On this page</h2>
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} suppressHydrationWarning>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
