import type { FigureRow } from './rows'

/** A row with the dense numbers of its opening and company within the role, for counting without sets. */
export type Placed = FigureRow & {
  opening: number
  company: number
  /** Jobs of its opening stand at several levels, and so apart from each other. */
  isSplit: boolean
}

/**
 * The open jobs of one role, in the order of company, level and opening: whatever is chosen of them keeps that order, so that votes are
 * taken in one walk.
 */
export class RoleRows {
  readonly all: readonly Placed[]
  private readonly openingStamps: Int32Array
  private readonly companyStamps: Int32Array
  private stamp = 0

  constructor(rows: readonly FigureRow[]) {
    const openings = new Map<number, number>()
    const companies = new Map<number, number>()
    this.all = rows
      .toSorted(
        (a, b) =>
          a.companyId - b.companyId ||
          a.seniority - b.seniority ||
          a.openingId - b.openingId ||
          a.jobId - b.jobId,
      )
      .map((row) => placed(row, denseOf(openings, row.openingId), denseOf(companies, row.companyId)))
    markSplit(this.all, openings.size)
    this.openingStamps = new Int32Array(openings.size)
    this.companyStamps = new Int32Array(companies.size)
  }

  count(rows: readonly Placed[]): { openings: number; companies: number } {
    const stamp = ++this.stamp
    let openings = 0
    let companies = 0
    for (const { opening, company } of rows) {
      if (this.openingStamps[opening] !== stamp) {
        this.openingStamps[opening] = stamp
        openings++
      }
      if (this.companyStamps[company] !== stamp) {
        this.companyStamps[company] = stamp
        companies++
      }
    }
    return { openings, companies }
  }

  /** Value -> openings that name it: an opening counts once, however many copies of it do. */
  tally(rows: readonly Placed[], valuesOf: (row: FigureRow) => readonly number[]): Tally {
    const before = lastStamp
    lastStamp += this.openingStamps.length
    const values: number[] = []
    const apart = new Set<number>()
    for (const row of rows) {
      const named = valuesOf(row)
      // Jobs of an opening stand beside each other, but for those at several levels.
      const stamp = before + 1 + row.opening
      for (let i = 0; i < named.length; i++) {
        const value = named[i] ?? 0
        if (value >= scratch.stamps.length) growTo(value)
        const known = scratch.stamps[value] ?? 0
        if (known === stamp) continue
        if (row.isSplit && apart.size === apart.add(value * this.openingStamps.length + row.opening).size)
          continue
        if (known <= before) {
          values.push(value)
          scratch.counts[value] = 0
        }
        scratch.counts[value] = (scratch.counts[value] ?? 0) + 1
        scratch.stamps[value] = stamp
      }
    }
    const openings = new Int32Array(values.length)
    for (let i = 0; i < values.length; i++) openings[i] = scratch.counts[values[i] ?? 0] ?? 0
    return { values, openings }
  }
}

/** `openings[i]` name `values[i]`. */
export type Tally = { values: readonly number[]; openings: Int32Array }

/**
 * Counts by value, and which opening named it last; the ids of skills, places and companies are small enough to be places in an array.
 * A stamp is never used again, so that nothing needs to be cleared.
 */
const scratch = { counts: new Int32Array(4096), stamps: new Float64Array(4096) }
let lastStamp = 0

function growTo(value: number): void {
  const { counts, stamps } = scratch
  scratch.counts = new Int32Array(2 * value)
  scratch.counts.set(counts)
  scratch.stamps = new Float64Array(2 * value)
  scratch.stamps.set(stamps)
}

function placed(row: FigureRow, opening: number, company: number): Placed {
  const { jobId, openingId, companyId, roleId, seniority, workplace, employmentType } = row
  const { payPoint, payCurrency, countries, cities, skills } = row
  // Not a spread: with a hundred thousand rows that costs more than all that is computed of them.
  return {
    jobId,
    openingId,
    companyId,
    roleId,
    seniority,
    workplace,
    employmentType,
    payPoint,
    payCurrency,
    countries,
    cities,
    skills,
    opening,
    company,
    isSplit: false,
  }
}

function markSplit(rows: readonly Placed[], openings: number): void {
  const levels = new Int8Array(openings).fill(-1)
  const isSplit = new Uint8Array(openings)
  for (const { opening, seniority } of rows) {
    if (levels[opening] !== -1 && levels[opening] !== seniority) isSplit[opening] = 1
    levels[opening] = seniority
  }
  for (const row of rows) row.isSplit = isSplit[row.opening] === 1
}

/** Value -> the rows that have it, in their order; of `wanted` values, where these are given. */
export function groups<R extends FigureRow>(
  rows: readonly R[],
  valuesOf: (row: FigureRow) => readonly number[],
  wanted?: ReadonlyMap<number, unknown>,
): Map<number, R[]> {
  const found = new Map<number, R[]>()
  for (const row of rows)
    for (const value of valuesOf(row)) {
      if (wanted && !wanted.has(value)) continue
      const known = found.get(value)
      if (known) known.push(row)
      else found.set(value, [row])
    }
  return found
}

function denseOf(known: Map<number, number>, id: number): number {
  const found = known.get(id)
  if (found !== undefined) return found
  known.set(id, known.size)
  return known.size - 1
}

/** As a list, for whoever takes lists apart; the same list each time, since a million of them cost more than what is read out of them. */
export function single(read: (row: FigureRow) => number): (row: FigureRow) => readonly number[] {
  const list = [0]
  return (row) => {
    list[0] = read(row)
    return list
  }
}
