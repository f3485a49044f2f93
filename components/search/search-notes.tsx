import { SearchHelp } from './search-help'
import { Understood } from './understood'

/** The quiet line below the search: what was read into it, how to search, and how the list is ordered. */
export function SearchNotes(props: Parameters<typeof Understood>[0]) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-3 text-14 text-ink-2">
      <Understood {...props} />
      <SearchHelp />
      <a
        href="/about/search"
        className="inline-flex items-center max-sm:hidden pointer-coarse:min-h-11 [details[open]+&]:hidden"
      >
        How this order is made
      </a>
    </div>
  )
}
