import type { JobState } from '@/db/values'

/** A job typed in closes 60 days after publishing; boards that keep stale ads lose trust. */
export const OPEN_DAYS = 60
const DAY_MS = 86_400_000

export type Verb = 'publish' | 'hold' | 'edit' | 'close'

const moves: Record<Verb, Partial<Record<JobState, JobState>>> = {
  publish: { draft: 'published', held: 'published' },
  hold: { draft: 'held' },
  edit: { published: 'published' },
  close: { published: 'closed' },
}

/** Where a job goes by a verb, or null when it cannot: draft → (held →) published → closed, never back. */
export function stateAfter(verb: Verb, state: JobState): JobState | null {
  return moves[verb][state] ?? null
}

/** Whether a job goes to the listing at once or waits for a moderator. Every job goes at once until a board moderates. */
export type Review = (job: {
  companyId: number
  title: string
  text: string
  applyUrl: string
}) => 'publish' | 'hold'
export const publishAtOnce: Review = () => 'publish'

/** Whether `2026-12-31` is a day of the calendar. */
export function isUtcDay(value: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** A stated last day lasts until its end, in UTC. */
export function endOfUtcDay(day: string): Date {
  return new Date(`${day}T23:59:59Z`)
}

/** When a job closes: 60 days after it was first published, or at the end of the last day stated, if that is earlier. */
export function closingTime(firstPublishedAt: Date, lastDay: string | null): Date {
  const usual = new Date(firstPublishedAt.getTime() + OPEN_DAYS * DAY_MS)
  if (lastDay === null) return usual
  const stated = endOfUtcDay(lastDay)
  return stated < usual ? stated : usual
}

/** The last day as stated, of a job that closes earlier than it would by itself. */
export function statedLastDay(firstPublishedAt: Date, closesAt: Date | null): string | null {
  if (!closesAt || closesAt.getTime() === closingTime(firstPublishedAt, null).getTime()) return null
  return closesAt.toISOString().slice(0, 10)
}
