import { pairsOf, sortedQuery, withoutOpenJob } from './query-string'

const doors = [
  { path: '/jobs.rss', label: 'RSS', says: 'RSS feed of this search' },
  { path: '/jobs.json', label: 'JSON Feed', says: 'JSON Feed of this search' },
  { path: '/jobs.csv', label: 'CSV', says: 'This search as a CSV table' },
  { path: '/api/v1/jobs', label: 'API', says: 'This search as JSON of the API' },
] as const

/** The same search through another door, from its first page on and with the page size of that door. */
export function doorHref(path: (typeof doors)[number]['path'], query: string): string {
  const search = sortedQuery(withoutOpenJob(pairsOf(query)).filter(([key]) => key !== 'limit'))
  return search ? `${path}?${search}` : path
}

const look = 'inline-flex min-h-6 items-center py-1 text-ink-2 underline pointer-coarse:min-h-11'

/** At the end of the list. Feeds and files are plain links, which nothing prefetches and no script follows. */
export function DoorLinks({ query }: { query: string }) {
  return (
    <nav aria-label="More about this search" className="pt-2 text-14 text-ink-2">
      <ul className="flex flex-wrap gap-x-4">
        {doors.map(({ path, label, says }) => (
          <li key={path}>
            <a href={doorHref(path, query)} aria-label={`${label}: ${says}`} className={look}>
              {label}
            </a>
          </li>
        ))}
        <li className="sm:ml-auto">
          <a href="/about/search" className={look}>
            How this order is made
          </a>
        </li>
      </ul>
    </nav>
  )
}
