import type { ReactNode } from 'react'

/** Words with a remark: heard after them, shown on hover and focus, and printed in brackets. No scripts. */
export function Noted({ note, children }: { note: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the remark must be reachable by those who do not hover
    <span className="noted" tabIndex={0}>
      <span className="noted-words">{children}</span>
      <span className="noted-remark"> ({note})</span>
    </span>
  )
}
