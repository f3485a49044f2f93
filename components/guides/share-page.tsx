import { Button } from '@/components/ui/button'

/** By mail without scripts; with them by whatever the reader's device offers, or as a copied link (`public/reading.js`). */
export function SharePage({ title, url }: { title: string; url: string }) {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}`
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 text-14">
      <Button className="needs-scripts" data-share="">
        Share or copy the link
      </Button>
      <a href={mail} className="inline-flex items-center pointer-coarse:min-h-11">
        Send it by mail
      </a>
      <span role="status" data-said="" className="text-ink-2" />
    </div>
  )
}
