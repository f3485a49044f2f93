import type { ReactNode } from 'react'

export default function BoardLayout({ children }: { children: ReactNode }) {
  return <div className="wrap pt-5">{children}</div>
}
