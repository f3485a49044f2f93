'use client'

import { useEffect, useState } from 'react'
import type { TocEntry } from '@/lib/guides/text'

/** A section is current once its heading has passed this part of the window. */
const LINE = 0.3

/** "On this page": links that work without scripts; with them, the section being read is marked. */
export function GuideToc({ toc }: { toc: TocEntry[] }) {
  const sections = toc.filter((entry) => entry.depth === 2)
  const current = useCurrentSection(sections.map((section) => section.id).join(' '))
  return (
    <nav aria-labelledby="guide-toc-title" className="toc-guide">
      <h2 id="guide-toc-title">On this page</h2>
      <ol>
        {sections.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function useCurrentSection(ids: string): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const headings = ids.split(' ').flatMap((id) => document.getElementById(id) ?? [])
    const observer = new IntersectionObserver(
      () => {
        const line = window.innerHeight * LINE + 1
        setCurrent(headings.findLast((heading) => heading.getBoundingClientRect().top <= line)?.id ?? null)
      },
      { rootMargin: `0px 0px ${-100 * (1 - LINE)}% 0px` },
    )
    for (const heading of headings) observer.observe(heading)
    return () => observer.disconnect()
  }, [ids])
  return current
}
