import type { ReactNode } from 'react'

export default function SearchesLayout({ children }: { children: ReactNode }) {
  return <div className="wrap pt-5">{children}</div>
}
