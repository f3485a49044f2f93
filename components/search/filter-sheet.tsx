import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { useSheet } from './use-sheet'

type Props = {
  sheet: ReturnType<typeof useSheet>
  /** "412 jobs", of the search as it is now. */
  count: string
  children: ReactNode
}

/** The filters: a column beside the list, and a sheet of its own on a phone. */
export function FilterSheet({ sheet, count, children }: Props) {
  return (
    <aside
      id="filters"
      ref={sheet.ref}
      aria-label="Filters"
      className={`filters ${sheet.isOpen ? 'is-open' : ''}`}
      {...(sheet.isOpen ? { role: 'dialog', 'aria-modal': true } : {})}
    >
      <div className="sticky top-0 z-10 flex items-center justify-between bg-paper py-3 lg:hidden">
        <h2 className="text-18 font-semibold">Filters</h2>
        <a
          href="#results"
          className="inline-flex size-11 items-center justify-center rounded text-ink"
          aria-label="Close the filters"
        >
          <X size={20} aria-hidden="true" />
        </a>
      </div>
      {children}
      <noscript>
        <button
          type="submit"
          form="search"
          className="mt-3 hidden w-full rounded border border-sign bg-sign px-4 py-2 font-medium text-on-sign lg:block"
        >
          Apply the filters
        </button>
      </noscript>
      <div className="fixed inset-x-0 bottom-0 border-t border-line bg-paper p-3 lg:hidden">
        <Button type="submit" form="search" look="primary" className="w-full">
          <span className="needs-scripts">Show {count}</span>
          <span className="without-scripts">Show the jobs</span>
        </Button>
      </div>
    </aside>
  )
}
