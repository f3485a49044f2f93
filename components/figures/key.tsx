import type { ReactNode } from 'react'

/** What each mark means, in the order in which the marks stand. */
export function Key({ marks }: { marks: { words: string; sample: ReactNode }[] }) {
  return (
    <ul className="figure-key">
      {marks.map(({ words, sample }) => (
        <li key={words}>
          <svg width="28" height="14" aria-hidden="true">
            {sample}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
