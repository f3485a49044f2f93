import { sql } from 'drizzle-orm'
import { db } from '@/db/client'

/** What is past its time, in the order of the tables: each is bounded, so that a run never holds locks for long. */
const spent = [
  sql`delete from auth_sessions where session_token in
    (select session_token from auth_sessions where expires < now() limit 5000)`,
  sql`delete from mailed_proofs where id in
    (select id from mailed_proofs where created_at < now() - interval '1 day' limit 5000)`,
  sql`delete from form_drafts where id in (select id from form_drafts where expires_at < now() limit 5000)`,
  sql`delete from idempotency_keys where (scope, key) in
    (select scope, key from idempotency_keys where created_at < now() - interval '1 day' limit 5000)`,
  sql`delete from rate_limits where key in
    (select key from rate_limits where expire < extract(epoch from now()) * 1000 limit 5000)`,
]

/** For the worker's clock, every ten minutes. */
export const accountTasks = {
  'accounts.clean': async () => {
    for (const statement of spent) await db().execute(statement)
  },
}
