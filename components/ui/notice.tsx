import type { ReactNode } from 'react'

const looks = {
  info: 'border-line bg-paper-2',
  good: 'border-sign bg-sign-soft',
  time: 'border-signal bg-signal-soft',
  closed: 'border-closed bg-closed-soft',
} as const

type Props = { look?: keyof typeof looks; title?: string; role?: 'alert' | 'status'; children?: ReactNode }

/** A calm band with one message. `alert` for refusals that need an answer, `status` for what went well. */
export function Notice({ look = 'info', title, role, children }: Props) {
  return (
    <div role={role} className={`rounded border-l-4 px-4 py-3 ${looks[look]}`}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children ? <div className="text-15">{children}</div> : null}
    </div>
  )
}
