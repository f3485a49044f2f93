import { type Clock, systemClock } from '@/lib/clock'

/** Addresses remembered by one process, about 150 bytes each; one that is forgotten counts as changed now. */
const MOST_KEPT = 5000

type Seen = { tag: string; since: number }

/**
 * Since when an address has answered with the same bytes, as far as this process has seen: milliseconds in whole seconds. No date
 * in the database tells: a job that closes leaves a feed whose newest job is as old as before, and a search of the last
 * seven days changes by itself. Null while the answer changed twice within one second, which a date cannot tell apart.
 */
export function firstSeen(address: string, tag: string, clock: Clock = systemClock): number | null {
  const now = Math.floor(clock().getTime() / 1000) * 1000
  const before = seen.get(address)
  const since = before?.tag === tag ? before.since : Math.max(now, (before?.since ?? 0) + 1000)
  seen.delete(address)
  seen.set(address, { tag, since })
  for (const oldest of seen.keys()) {
    if (seen.size <= MOST_KEPT) break
    seen.delete(oldest)
  }
  return since <= now ? since : null
}

const seen = new Map<string, Seen>()

/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). */
export function httpDate(milliseconds: number): string {
  return new Date(milliseconds).toUTCString()
}

/** All three forms of RFC 9110 §5.6.7, milliseconds; null for what is none of them. */
export function parseHttpDate(text: string | null): number | null {
  if (text === null || !/^[A-Z][a-z]{2,8},? .{1,30}$/.test(text)) return null
  // The form of asctime() names no zone, and means UTC.
  const time = Date.parse(/ GMT$/.test(text) ? text : `${text} GMT`)
  return Number.isNaN(time) ? null : time
}
