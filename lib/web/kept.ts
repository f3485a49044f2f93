import { randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { formDrafts } from '@/db/schema'

export type KeptForm = {
  values: Record<string, string[]>
  errors: Record<string, string>
  message: string | null
}

const KEPT_MINUTES = 10
/** A visitor may fill our disk with refused forms, so theirs are small. */
const MAX_VISITOR_CHARACTERS = 16_000
const NEVER_KEPT = /^(code|idempotencyKey)$|password|token|secret/i

/** Keeps a refused form for ten minutes and answers its id. Only its owner sees it again, where there is one. */
export async function keepForm(form: KeptForm & { userId: string | null }): Promise<string> {
  const id = randomBytes(16).toString('base64url')
  const values = Object.fromEntries(Object.entries(form.values).filter(([name]) => !NEVER_KEPT.test(name)))
  const fits = form.userId !== null || JSON.stringify(values).length <= MAX_VISITOR_CHARACTERS
  await db()
    .insert(formDrafts)
    .values({
      ...form,
      id,
      values: fits ? values : {},
      expiresAt: sql`now() + make_interval(mins => ${KEPT_MINUTES})`,
    })
  return id
}

export async function getKeptForm(id: string, userId: string | null): Promise<KeptForm | null> {
  if (!/^[A-Za-z0-9_-]{22}$/.test(id)) return null
  const [row] = await db()
    .select({ values: formDrafts.values, errors: formDrafts.errors, message: formDrafts.message })
    .from(formDrafts)
    .where(
      and(
        eq(formDrafts.id, id),
        gt(formDrafts.expiresAt, sql`now()`),
        or(isNull(formDrafts.userId), userId ? eq(formDrafts.userId, userId) : undefined),
      ),
    )
  return row ?? null
}
