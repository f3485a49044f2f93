import type { TermKind } from '@/lib/jobs/terms'

/**
 * What a job must be, said once. SQL reads it as columns (`condition-sql.ts`) and as lexemes (`condition-lexemes.ts`), the
 * engine as bitmaps (`engine/`): all three find the same jobs.
 */
export type Condition =
  /** Has one of the values. Value 0 is "not stated": it has none. Eligibility and currency have no 0 where they do not apply. */
  | { is: 'any'; kind: ValueKind; values: readonly number[] }
  /** The top of its pay by year, in this currency, is at least so many minor units. */
  | { is: 'pay'; currency: string; annualMinor: bigint }
  /** Within the last days, by the database's clock. */
  | { is: 'published' | 'seen'; withinDays: number }
  /** Text of a tsquery as PostgreSQL printed it, asked of title, company and text, or of the title alone. Never typed text. */
  | { is: 'text' | 'title'; query: string }
  | { is: 'all' | 'some'; of: readonly Condition[] }
  | { is: 'not'; of: Condition }

/** Kinds of which a job has values. Of `pay` only 0 (not stated) may be asked here. */
export type ValueKind = Exclude<TermKind, 'week'>

/** Part of a match's rank, named so that a row can say why it stands where it stands. */
export type RankTerm = { name: string; points: number; condition: Condition }

/** `(rank desc, first_published_at desc, job_id desc)`; the rank of `newest` is 0. */
export type Order =
  | { by: 'newest' }
  /** Rank: top of the pay by year in minor units where it is in this currency, else -1. */
  | { by: 'pay'; currency: string }
  /** Rank: the points of the terms that hold, and `FRESHNESS_POINTS` for each day since 1970 (UTC) until it was published. */
  | { by: 'relevance'; terms: readonly RankTerm[] }

/** Never a share of a moving "today": a rank stays the same while somebody turns pages. */
export const FRESHNESS_POINTS = 1

/** The job at the edge of a page, by what it is ordered by. */
export type Edge = { rank: number; firstPublishedAtUs: number; jobId: number }
