import '@/components/guides/guide.css'
import '@/components/guides/parts.css'
import type { ReactNode } from 'react'

export default function GuidesLayout({ children }: { children: ReactNode }) {
  return <div className="wrap pt-5">{children}</div>
}
