import type { Chip } from '@/lib/search/describe'

const NAMED = 4

/** What stands in the tab and in the history: "Backend developer, Remote: jobs". */
export function titleOf(chips: Chip[]): string {
  if (chips.length === 0) return 'Jobs'
  const more = chips.length - NAMED
  const names = chips.slice(0, NAMED).map((chip) => chip.label)
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}: jobs`
}

/** While a job stands open beside the list: as its own page is called. */
export function titleOfJob(job: { title: string; company: { name: string } }): string {
  return `${job.title} at ${job.company.name}`
}

/** A link that its own click takes away hands the focus on: a chip to its neighbour, any other to the heading of the list. */
export function focusAfter(link: HTMLAnchorElement): void {
  if (link.closest('.filters')) return
  // Until the answer comes a chip that was taken away is still drawn: it is no neighbour.
  const chips = [...document.querySelectorAll<HTMLElement>('a[data-chip=""]')]
  const at = link.dataset.chip === undefined ? -1 : chips.indexOf(link)
  if (at >= 0) link.dataset.chip = 'gone'
  const neighbour = at < 0 ? undefined : (chips[at + 1] ?? chips[at - 1])
  const next = neighbour ?? document.getElementById('results-title')
  next?.focus({ preventScroll: true })
}
