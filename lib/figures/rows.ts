import type pg from 'pg'
import { copyOut } from '@/lib/search/engine/copy-out'
import { withRoom } from '@/lib/search/engine/growing'
import { beginRow, long, longOrNull, number, numbers, text } from '@/lib/search/engine/wire'

/** What the figures need of an open job. Codes are those of `db/values`; 0 and an empty list are "not stated". */
export type FigureRow = {
  jobId: number
  openingId: number
  companyId: number
  roleId: number
  seniority: number
  workplace: number
  employmentType: number
  /** The middle of the stated range by year, in minor units of `payCurrency`; null when not stated or implausible. */
  payPoint: number | null
  payCurrency: string | null
  countries: readonly number[]
  cities: readonly number[]
  skills: readonly number[]
}

const COLUMNS = `job_id, opening_id, company_id, role_id, seniority, workplace, employment_type, annual_min, annual_max, pay_currency,
  countries, cities, skills`

/** Reads the open jobs of these roles, or of all, in one pass and one snapshot. */
export async function readRows(
  client: pg.ClientBase,
  roleIds: readonly number[] | null,
): Promise<FigureRows> {
  const rows = new FigureRows()
  const chosen =
    roleIds === null ? 'role_id <> 0' : `role_id in (${roleIds.map(Number).join(', ') || 'null'})`
  await copyOut(
    client,
    `copy (select ${COLUMNS} from job_search where ${chosen}) to stdout (format binary)`,
    (piece) => {
      const row = rowOf(piece)
      if (row) rows.add(row)
    },
  )
  return rows
}

function rowOf(piece: Buffer): FigureRow | null {
  if (!beginRow(piece)) return null
  const [jobId, openingId, companyId, roleId] = [long(), long(), number(), number()]
  const [seniority, workplace, employmentType] = [number(), number(), number()]
  const [annualMin, annualMax, payCurrency] = [longOrNull(), longOrNull(), text()]
  return {
    jobId,
    openingId,
    companyId,
    roleId,
    seniority,
    workplace,
    employmentType,
    payPoint: annualMax === null ? null : ((annualMin ?? annualMax) + annualMax) / 2,
    payCurrency,
    countries: numbers(),
    cities: numbers(),
    skills: numbers(),
  }
}

/** Rows in numbers alone: a million of them take some 100 MB. */
export class FigureRows {
  private ids = new Float64Array(0)
  private codes = new Int32Array(0)
  private lists = new Int32Array(0)
  private ends = new Uint32Array(0)
  private readonly currencies: string[] = []
  private count = 0

  add(row: FigureRow): void {
    const n = this.count++
    this.ids = withRoom(this.ids, this.count * 3)
    this.ids[n * 3] = row.jobId
    this.ids[n * 3 + 1] = row.openingId
    this.ids[n * 3 + 2] = row.payPoint ?? Number.NaN
    this.codes = withRoom(this.codes, this.count * 6)
    this.codes.set(
      [
        row.companyId,
        row.roleId,
        row.seniority,
        row.workplace,
        row.employmentType,
        this.codeOf(row.payCurrency),
      ],
      n * 6,
    )
    const start = n === 0 ? 0 : (this.ends[n - 1] ?? 0)
    const end = start + 2 + row.countries.length + row.cities.length + row.skills.length
    this.lists = withRoom(this.lists, end)
    this.lists[start] = row.countries.length
    this.lists[start + 1] = row.cities.length
    this.lists.set(row.countries, start + 2)
    this.lists.set(row.cities, start + 2 + row.countries.length)
    this.lists.set(row.skills, end - row.skills.length)
    this.ends = withRoom(this.ends, this.count)
    this.ends[n] = end
  }

  companyIds(): number[] {
    const found = new Set<number>()
    for (let n = 0; n < this.count; n++) found.add(this.codes[n * 6] ?? 0)
    return [...found]
  }

  /** Each role with its rows, one role after the other; rows are made as they are asked for. */
  *byRole(): Generator<[roleId: number, rows: FigureRow[]]> {
    const places = new Map<number, number[]>()
    for (let n = 0; n < this.count; n++) {
      const roleId = this.codes[n * 6 + 1] ?? 0
      const known = places.get(roleId)
      if (known) known.push(n)
      else places.set(roleId, [n])
    }
    for (const [roleId, rows] of places) yield [roleId, rows.map((n) => this.at(n))]
  }

  private at(n: number): FigureRow {
    const [companyId = 0, roleId = 0, seniority = 0, workplace = 0, employmentType = 0, currency = 0] =
      this.codes.subarray(n * 6, n * 6 + 6)
    const point = this.ids[n * 3 + 2] ?? Number.NaN
    const start = n === 0 ? 0 : (this.ends[n - 1] ?? 0)
    const cities = start + 2 + (this.lists[start] ?? 0)
    const skills = cities + (this.lists[start + 1] ?? 0)
    return {
      jobId: this.ids[n * 3] ?? 0,
      openingId: this.ids[n * 3 + 1] ?? 0,
      companyId,
      roleId,
      seniority,
      workplace,
      employmentType,
      payPoint: Number.isNaN(point) ? null : point,
      payCurrency: this.currencies[currency - 1] ?? null,
      countries: [...this.lists.subarray(start + 2, cities)],
      cities: [...this.lists.subarray(cities, skills)],
      skills: [...this.lists.subarray(skills, this.ends[n] ?? 0)],
    }
  }

  private codeOf(currency: string | null): number {
    if (currency === null) return 0
    const known = this.currencies.indexOf(currency)
    return known < 0 ? this.currencies.push(currency) : known + 1
  }
}
