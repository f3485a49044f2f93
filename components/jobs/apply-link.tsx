import { ExternalLink } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'

/** Applying happens at the employer: the link says to which host it leads. */
export function ApplyLink({ url }: { url: string | null }) {
  if (!url) {
    return <p className="text-15 text-ink-2">The employer gave no address for applications.</p>
  }
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <a href={url} rel="nofollow ugc noopener" className={buttonClass('primary', 'px-5 text-16')}>
        Apply at the employer
        <ExternalLink size={16} aria-hidden="true" />
      </a>
      <span className="text-14 break-all text-ink-2">leads to {new URL(url).host}</span>
    </p>
  )
}
