import { sql } from 'drizzle-orm'
import { db } from './client'

/** What has a lifetime and is past it. Each statement stands alone: one that fails leaves the others done. */
export async function deleteExpired(): Promise<void> {
  await db().execute(sql`delete from form_drafts where expires_at < now()`)
  await db().execute(sql`delete from idempotency_keys where created_at < now() - interval '24 hours'`)
  await db().execute(sql`delete from mailed_proofs where expires_at < now() - interval '24 hours'`)
  await db().execute(sql`delete from auth_sessions where expires < now()`)
  await db().execute(sql`delete from rate_limits where expire < extract(epoch from now()) * 1000`)
  await db().execute(sql`delete from worker_heartbeats where seen_at < now() - interval '1 day'`)
}
