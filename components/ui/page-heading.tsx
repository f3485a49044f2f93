import type { ReactNode } from 'react'

export function PageHeading({ title, lead, aside }: { title: string; lead?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-5">
      <div className="grid max-w-3xl gap-1">
        <h1 className="text-28 font-semibold">{title}</h1>
        {lead ? <p className="text-16 text-ink-2">{lead}</p> : null}
      </div>
      {aside}
    </div>
  )
}
