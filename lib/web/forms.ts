import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { formDrafts } from '@/db/schema'
import { currentViewer } from './session'

export type KeptForm = {
  values: Record<string, string[]>
  errors: Record<string, string>
  message: string | null
}

const KEPT_MINUTES = 10
/** A visitor may fill our disk with refused forms, so theirs are small. */
const MAX_VISITOR_CHARACTERS = 16_000
const NEVER_KEPT = /password|code|token|secret|idempotencykey/i

/** What was typed into the form that was sent back here, with what is wrong with it; for `?kept=` of a page. */
export async function keptForm(kept: string | string[] | undefined): Promise<KeptForm | null> {
  if (typeof kept !== 'string' || !/^[A-Za-z0-9_-]{22}$/.test(kept)) return null
  const viewer = await currentViewer()
  const [row] = await db()
    .select({ values: formDrafts.values, errors: formDrafts.errors, message: formDrafts.message })
    .from(formDrafts)
    .where(
      and(
        eq(formDrafts.id, kept),
        gt(formDrafts.expiresAt, sql`now()`),
        or(isNull(formDrafts.userId), viewer ? eq(formDrafts.userId, viewer.userId) : undefined),
      ),
    )
  return row ?? null
}

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

/** The hidden `idempotencyKey` of a form that creates something: a second click is the same write. */
export function freshKey(): string {
  return randomUUID()
}
