import { Bell } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { newSearchHref } from '@/lib/alerts/links'

type Props = { query: string; isSignedIn: boolean }

/** Leads to the page that shows what the search would have sent, and saves it (promise 5). The same link works without scripts. */
export function SaveSearch({ query, isSignedIn }: Props) {
  const form = newSearchHref({ query })
  const href = isSignedIn ? form : `/sign-in?${new URLSearchParams({ next: form })}`
  return (
    <a href={href} rel="nofollow" className={buttonClass('plain')}>
      <Bell size={16} aria-hidden="true" />
      Save search
    </a>
  )
}
