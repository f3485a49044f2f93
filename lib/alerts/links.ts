/** The page that shows what a search would have sent, and saves it; `withNews` ticks the news of its role. */
export function newSearchHref({ query, withNews = false }: { query: string; withNews?: boolean }): string {
  return `/account/searches/new?${new URLSearchParams({ query, ...(withNews && { news: 'on' }) })}`
}
