import type { ReactNode } from 'react'

/** Says what would be here and gives the one next step. */
export function EmptyState({
  title,
  children,
  step,
}: {
  title: string
  children?: ReactNode
  step?: ReactNode
}) {
  return (
    <div className="grid justify-items-start gap-3 border-y border-line py-10">
      <h2 className="text-18 font-semibold">{title}</h2>
      {children ? <div className="max-w-prose text-ink-2">{children}</div> : null}
      {step}
    </div>
  )
}
