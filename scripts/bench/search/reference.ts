import type pg from 'pg'
import { type Taken, take } from './measure'

const READS_OF_A_CLIENT = 10
const LIMIT_MS = 5000

/** R: the newest 20 rows by their index, exact columns, unprepared, through node-postgres (SEARCH.md §3). */
const TWENTY_ROWS = `select job_id, role_id, company_id, workplace, seniority, annual_min, annual_max, pay_currency, first_published_at
  from job_search order by first_published_at desc nulls last, job_id desc nulls last limit $1`

/** One turn of the reference. */
export function readTwentyRows(pool: pg.Pool, clients: number): Promise<Taken> {
  const asked = Array.from({ length: READS_OF_A_CLIENT * clients }, () => 20)
  return take({ asked, clients, limitMs: LIMIT_MS, ask: (rows) => pool.query(TWENTY_ROWS, [rows]) })
}
