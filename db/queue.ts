import { sql } from 'drizzle-orm'
import type { Tx } from './transaction'

/** Every task of the worker with its payload. A payload names rows; it never carries what the rows hold. */
export type Tasks = {
  'mail.send': { mailId: number }
  'alerts.match': { eventIds: number[] }
  /** `withNews`: the weekly one of a search that tells the news of its role. */
  'alerts.deliver': { savedSearchId: string; withNews?: boolean }
  'jobs.close_due': Record<string, never>
  'jobs.relist': { companyId: number }
  'companies.check_claim': { claimId: string }
  'imports.run': { sourceId: number }
  'imports.preview': { sourceId: number }
  'imports.end': { sourceId: number; userId: string }
  'imports.withdraw': { companyId: number; userId: string }
}

type When = {
  /** A task with the same key that has not started yet is replaced. */
  key?: string
  runAt?: Date
  /** Tasks of one queue run one after the other. */
  queue?: string
  maxAttempts?: number
}

/** Adds a task in the caller's transaction: it exists if, and only if, the write does. */
export async function addTask<N extends keyof Tasks>(
  tx: Tx,
  name: N,
  payload: Tasks[N],
  when: When = {},
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(
      ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${when.key ?? null},
      run_at := ${when.runAt ?? null}::timestamptz, queue_name := ${when.queue ?? null},
      max_attempts := ${when.maxAttempts ?? 12})`)
}
