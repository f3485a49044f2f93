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
  tally(rows: readonly Placed[], valuesOf: (row: FigureRow) => readonly number[]): Map<number, number> {
    const seen = new Map<number, { openings: number; last: number }>()
    const apart = new Set<string>()
    for (const row of rows)
      for (const value of valuesOf(row)) {
        const known = seen.get(value)
        // Jobs of an opening stand beside each other, but for those at several levels.
        if (known?.last === row.opening) continue
        if (row.isSplit && apart.size === apart.add(`${value} ${row.opening}`).size) continue
        if (known) {
          known.openings++
          known.last = row.opening
        } else seen.set(value, { openings: 1, last: row.opening })
      }
    const counts = new Map<number, number>()
    for (const [value, { openings }] of seen) counts.set(value, openings)
    return counts
  }
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

/** Value -> the rows that have it, in their order. */
export function groups<R extends FigureRow>(
  rows: readonly R[],
  valuesOf: (row: FigureRow) => readonly number[],
): Map<number, R[]> {
  const found = new Map<number, R[]>()
  for (const row of rows)
    for (const value of valuesOf(row)) {
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
