/** What a browser keeps of its visits, so that it can say which jobs came since the last one. */
export type Visit = {
  /** The board's clock, ISO 8601, when the visit before this one last showed jobs; null in the first visit. */
  newSince: string | null
  /** The board's clock when jobs were last shown in this visit. */
  shownUntil: string
  /** The browser's clock, in ms, at the last activity; it only measures how long nothing happened. */
  activeAt: number
}

/** Without activity for so long, the visit is over. */
export const VISIT_ENDS_AFTER_MS = 30 * 60_000

/**
 * The visit in which jobs are shown now: a new one, when nothing happened for 30 minutes. `asOf` is the board's clock of what is
 * shown: jobs are compared with that, so that a wrong clock here, or a page from a cache, hides no job.
 */
export function visitAt(kept: Visit | null, asOf: string, nowMs: number): Visit {
  if (kept === null) return { newSince: null, shownUntil: asOf, activeAt: nowMs }
  if (hasEnded(kept, nowMs)) return { newSince: kept.shownUntil, shownUntil: asOf, activeAt: nowMs }
  return { ...kept, shownUntil: asOf > kept.shownUntil ? asOf : kept.shownUntil, activeAt: nowMs }
}

export function hasEnded(visit: Visit, nowMs: number): boolean {
  return nowMs - visit.activeAt > VISIT_ENDS_AFTER_MS
}

/** Nothing is new in a first visit: there is no last one to compare with. */
export function isNew(job: { firstSeenAt: string }, newSince: string | null): boolean {
  return newSince !== null && job.firstSeenAt > newSince
}

/** Null for whatever is no visit: another version, or another hand, may have written it. */
export function readVisit(text: string | null): Visit | null {
  if (text === null) return null
  try {
    const { newSince, shownUntil, activeAt }: Partial<Visit> = JSON.parse(text)
    const isWhole = isTime(shownUntil) && Number.isFinite(activeAt) && (newSince === null || isTime(newSince))
    return isWhole ? ({ newSince, shownUntil, activeAt } as Visit) : null
  } catch {
    return null
  }
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
}

export const MAX_VIEWED = 2000

/** Public ids of viewed jobs, the newest last; at most 2,000, the newest kept. */
export function withViewed(ids: readonly string[], id: string): string[] {
  return [...ids.filter((one) => one !== id), id].slice(-MAX_VIEWED)
}
