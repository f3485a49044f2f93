import type pg from 'pg'
import { copyOut } from '@/lib/search/engine/copy-out'
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

/** Of `job_search`. */
export const COLUMNS = `job_id, opening_id, company_id, role_id, seniority, workplace, employment_type, annual_min, annual_max, pay_currency,
  countries, cities, skills`

/** Reads the open jobs of these roles in one pass and one snapshot: some 300 bytes of memory each. */
export async function readRows(
  client: pg.ClientBase,
  roleIds: readonly number[],
): Promise<Map<number, FigureRow[]>> {
  const byRole = new Map<number, FigureRow[]>()
  const chosen = roleIds.map(Number).join(', ') || 'null'
  await copyOut(
    client,
    `copy (select ${COLUMNS} from job_search where role_id in (${chosen})) to stdout (format binary)`,
    (piece) => {
      const row = rowOf(piece)
      if (row === null) return
      const known = byRole.get(row.roleId)
      if (known) known.push(row)
      else byRole.set(row.roleId, [row])
    },
  )
  return byRole
}

function rowOf(piece: Buffer): FigureRow | null {
  if (!beginRow(piece)) return null
  const jobId = long()
  const openingId = long()
  const companyId = number()
  const roleId = number()
  const seniority = number()
  const workplace = number()
  const employmentType = number()
  const annualMin = longOrNull()
  const annualMax = longOrNull()
  return {
    jobId,
    openingId,
    companyId,
    roleId,
    seniority,
    workplace,
    employmentType,
    payPoint: annualMax === null ? null : ((annualMin ?? annualMax) + annualMax) / 2,
    payCurrency: text(),
    countries: numbers(),
    cities: numbers(),
    skills: numbers(),
  }
}
