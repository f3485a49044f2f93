import Link from 'next/link'

export function SiteFooter({ board }: { board: string }) {
  return (
    <footer className="no-print mt-16 border-t border-line">
      <div className="wrap flex flex-wrap justify-between gap-x-8 gap-y-3 py-6 text-14 text-ink-2">
        <p>
          {board} joins role guides and live jobs. Places from{' '}
          <a href="https://www.geonames.org/" rel="noopener" className="text-ink-2 underline">
            GeoNames
          </a>{' '}
          (CC BY 4.0).
        </p>
        <nav aria-label="Footer" className="flex flex-wrap gap-x-5 gap-y-2">
          <Link href="/jobs" className="text-ink-2">
            Jobs
          </Link>
          <Link href="/guides" className="text-ink-2">
            Guides
          </Link>
          <Link href="/glossary" className="text-ink-2" prefetch={false}>
            Glossary
          </Link>
          <Link href="/companies" className="text-ink-2">
            Companies
          </Link>
          <Link href="/about/search" className="text-ink-2" prefetch={false}>
            How search works
          </Link>
          <Link href="/employer" className="text-ink-2" prefetch={false}>
            Post a job
          </Link>
        </nav>
      </div>
    </footer>
  )
}
