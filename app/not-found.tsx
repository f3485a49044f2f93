import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'

export const metadata: Metadata = { title: 'This page is not here' }

export default function NotFound() {
  return (
    <div className="wrap grid max-w-2xl justify-items-start gap-4 py-16">
      <p className="text-14 font-medium text-ink-2">404</p>
      <h1 className="text-28 font-semibold">This page is not here</h1>
      <p className="text-16 text-ink-2">
        The address may be mistyped, or what it led to was never public. A job that has closed keeps its page,
        so it is not that.
      </p>
      <ButtonLink look="primary" href="/jobs">
        See all open jobs
      </ButtonLink>
    </div>
  )
}
