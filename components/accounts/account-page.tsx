import type { ReactNode } from 'react'
import { PageHeading } from '@/components/ui/page-heading'

/** One column for one task, as all pages of signing in are. */
export function AccountPage({
  title,
  lead,
  children,
}: {
  title: string
  lead?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="wrap grid max-w-xl gap-6 py-10">
      <PageHeading title={title} lead={lead} />
      {children}
    </div>
  )
}
