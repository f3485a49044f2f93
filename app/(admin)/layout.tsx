import type { Metadata } from 'next'
import type { ReactNode } from 'react'

export const metadata: Metadata = { robots: { index: false } }

export default function AdminLayout({ children }: { children: ReactNode }) {
  return <div className="wrap py-6">{children}</div>
}
