import { and, count, eq, ne, sql } from 'drizzle-orm'
import { companies, type ImportSettings, imports } from '@/db/schema'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { recordAudit } from '@/lib/audit/commands'
import { requireMember, requireOperator, requirePerson } from '@/lib/companies/queries'
import { done, NotFound, type Outcome, refused } from '@/lib/outcome'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import { closeJobs } from './close-jobs'
import { detectBoard } from './detect'
import { insertImport } from './insert'
import { type ImportOf, requireImportOf } from './queries'
import { breakRun } from './run/lease'
import { setOffLook, setOffRun } from './set-off'
import { departmentRoles, pairsOf, textOfPairs } from './typed-settings'
import { setOffEnding } from './withdraw'

/** Of one company: each of them asks somebody else's server several times a day. */
export const MAX_IMPORTS = 20

export type AddImport = { slug: string; kind: string; board: string; columns?: string }
type NotWanted = 'refuses-imports'
export type NotAdded = 'which-kind' | 'no-board' | 'too-many' | 'refuses-imports' | 'is-ending'

/** Adds a board of a company and sets off a look at it. Nothing of it is published until somebody has seen it. */
export async function addImport(actor: Actor, input: AddImport): Promise<Outcome<NotAdded, { id: string }>> {
  const { companyId, userId } = await requireMember(actor, { slug: input.slug }, 'recruiter')
  const found = detectBoard(input.board, input.kind)
  if (typeof found === 'string') return refused(found)
  return inTransaction<NotAdded, { id: string }>(actor, async (tx) => {
    const [company] = await tx
      .select({ refusedAt: companies.importsRefusedAt })
      .from(companies)
      .where(eq(companies.id, companyId))
      .for('no key update')
    if (company?.refusedAt) return refused('refuses-imports')
    const made = await insertImport(tx, {
      adapter: found.adapter.name,
      board: found.board,
      companyId,
      addedBy: userId,
      state: 'preview',
      settings: settingsOf(input),
    })
    if (made.isEnding) return refused('is-ending')
    const [now] = await tx
      .select({ n: count() })
      .from(imports)
      .where(and(eq(imports.companyId, companyId), isKept))
    if (made.isNew && (now?.n ?? 0) > MAX_IMPORTS) return refused('too-many')
    if (made.isNew)
      await auditImport(tx, actor, made.publicId, 'import.added', { adapter: found.adapter.name })
    await setOffLook(tx, made.sourceId)
    return done({ id: made.publicId })
  })
}

function settingsOf({ columns = '' }: Pick<AddImport, 'columns'>): ImportSettings {
  const pairs = pairsOf(columns) ?? []
  return pairs.length > 0 ? { columns: Object.fromEntries(pairs) } : {}
}

/** The same for the operator: the source names the companies. */
export async function addBoardImport(
  actor: Actor,
  input: Omit<AddImport, 'slug'>,
): Promise<Outcome<NotAdded, { id: string }>> {
  const userId = await requireOperator(actor)
  const found = detectBoard(input.board, input.kind)
  if (typeof found === 'string') return refused(found)
  return inTransaction<NotAdded, { id: string }>(actor, async (tx) => {
    const wanted = { adapter: found.adapter.name, board: found.board, companyId: null, addedBy: userId }
    const made = await insertImport(tx, { ...wanted, state: 'preview', settings: settingsOf(input) })
    if (made.isEnding) return refused('is-ending')
    if (made.isNew)
      await auditImport(tx, actor, made.publicId, 'import.added', { adapter: found.adapter.name })
    await setOffLook(tx, made.sourceId)
    return done({ id: made.publicId })
  })
}

export type ChooseJobs = {
  id: string
  departments: string[]
  keptDepartments: string[]
  places: string[]
  keptPlaces: string[]
  departmentRoles?: string
}

/**
 * Publishes what the source has but for what was left out, and keeps it in step from now on. What was published before and is left out
 * now is withdrawn.
 */
export async function publishImport(
  actor: Actor,
  input: ChooseJobs,
): Promise<Outcome<'nothing-left' | 'unknown-role' | NotWanted, { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  const roles = departmentRoles(input.departmentRoles ?? '', await loadTaxonomy())
  if (!roles) return refused('unknown-role')
  if (found.refusesImports) return refused('refuses-imports')
  const withoutDepartments = leftOut(
    found.settings.withoutDepartments,
    input.departments,
    input.keptDepartments,
  )
  const withoutPlaces = leftOut(found.settings.withoutPlaces, input.places, input.keptPlaces)
  if (isNothing(input.departments, input.keptDepartments) || isNothing(input.places, input.keptPlaces))
    return refused('nothing-left')
  const isReadAnew = textOfPairs(roles) !== textOfPairs(found.settings.departmentRoles)
  return inTransaction<NotWanted, { id: string }>(actor, async (tx) => {
    await breakRun(tx, found.sourceId, 'What is published of this source was chosen anew.')
    const chosen = await tx
      .update(imports)
      .set({
        state: 'active',
        // Read again whatever the source says: what is wanted of it has changed.
        etag: null,
        lastModified: null,
        nextRunAt: sql`now()`,
        settings: { ...found.settings, withoutDepartments, withoutPlaces, departmentRoles: roles },
        ...(isReadAnew ? { reading: null } : {}),
      })
      .where(and(eq(imports.sourceId, found.sourceId), isKept))
      .returning({ sourceId: imports.sourceId })
    if (chosen.length === 0) throw new NotFound()
    await withdrawLeftOut(tx, actor, found.sourceId, {
      departments: withoutDepartments,
      places: withoutPlaces,
    })
    await setOffRun(tx, found.sourceId)
    await auditImport(tx, actor, found.publicId, 'import.published', { withoutDepartments, withoutPlaces })
    return done({ id: found.publicId })
  })
}

/** What the form did not show stays left out as it was. */
function leftOut(
  before: readonly string[] = [],
  shown: readonly string[],
  kept: readonly string[],
): string[] {
  const unseen = before.filter((name) => !shown.includes(name))
  return [...unseen, ...shown.filter((name) => !kept.includes(name))]
}

function isNothing(shown: readonly string[], kept: readonly string[]): boolean {
  return shown.length > 0 && kept.length === 0
}

export async function runImportNow(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<'not-active', { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  if (found.state !== 'active') return refused('not-active')
  return inTransaction(actor, async (tx) => {
    await setOffRun(tx, found.sourceId)
    return done({ id: found.publicId })
  })
}

export async function scheduleImport(
  actor: Actor,
  input: { id: string; hours: number },
): Promise<Outcome<never, { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  return inTransaction(actor, async (tx) => {
    await tx
      .update(imports)
      .set({
        everyMinutes: input.hours * 60,
        nextRunAt: found.state === 'active' ? sql`now() + make_interval(hours => ${input.hours})` : null,
      })
      .where(eq(imports.sourceId, found.sourceId))
    await auditImport(tx, actor, found.publicId, 'import.scheduled', { hours: input.hours })
    return done({ id: found.publicId })
  })
}

/** Asks the source again for the eyes of its people, without publishing anything. */
export async function lookAgain(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<never, { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  return inTransaction(actor, async (tx) => {
    await setOffLook(tx, found.sourceId)
    return done({ id: found.publicId })
  })
}

/** Nothing comes in and nothing is closed while an import rests; its jobs stay as they are. */
export async function pauseImport(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<never, { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  return changeState(actor, found, 'paused')
}

export async function resumeImport(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<NotWanted, { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  if (found.refusesImports) return refused('refuses-imports')
  return changeState(actor, found, 'active')
}

/** "The board really has that few jobs now": the next answer is believed, whatever it no longer shows. */
export async function believeNext(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<never, { id: string }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  return inTransaction(actor, async (tx) => {
    await breakRun(tx, found.sourceId, 'Its people said that the next answer is right.')
    await tx
      .update(imports)
      .set({ settings: { ...found.settings, believesNext: true }, etag: null, lastModified: null })
      .where(eq(imports.sourceId, found.sourceId))
    await setOffRun(tx, found.sourceId)
    await auditImport(tx, actor, found.publicId, 'import.believed')
    return done({ id: found.publicId })
  })
}

/** Closes at once what the source no longer shows: its people say so. */
export async function closeMissingNow(
  actor: Actor,
  input: { id: string },
): Promise<Outcome<never, { id: string; closed: number }>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  return inTransaction(actor, async (tx) => {
    const which = sql`source_id = ${found.sourceId} and state = 'published' and missing_since is not null`
    const closed = await closeJobs(tx, actor, which, 'source_gone')
    return done({ id: found.publicId, closed })
  })
}

/** Ends an import; the worker withdraws its jobs, whose pages stay, as those of all closed jobs. */
export async function removeImport(actor: Actor, input: { id: string }): Promise<Outcome<never, ImportOf>> {
  const found = await requireImportOf(actor, input.id, 'recruiter')
  return inTransaction(actor, async (tx) => {
    await breakRun(tx, found.sourceId, 'Its people ended it.')
    const ended = await tx
      .update(imports)
      .set({ state: 'ending', nextRunAt: null })
      .where(and(eq(imports.sourceId, found.sourceId), isKept))
      .returning({ sourceId: imports.sourceId })
    if (ended.length === 0) throw new NotFound()
    await setOffEnding(tx, { sourceId: found.sourceId, userId: requirePerson(actor) })
    await auditImport(tx, actor, found.publicId, 'import.removed')
    return done(found)
  })
}

/** Nothing brings one back that is ending. */
const isKept = ne(imports.state, 'ending')

async function changeState(
  actor: Actor,
  found: ImportOf,
  state: 'paused' | 'active',
): Promise<Outcome<never, { id: string }>> {
  return inTransaction(actor, async (tx) => {
    if (state === 'paused') await breakRun(tx, found.sourceId, 'It was let rest.')
    await tx
      .update(imports)
      .set({ state, nextRunAt: state === 'active' ? sql`now()` : null })
      .where(and(eq(imports.sourceId, found.sourceId), ne(imports.state, 'preview'), isKept))
    await auditImport(tx, actor, found.publicId, state === 'paused' ? 'import.paused' : 'import.resumed')
    return done({ id: found.publicId })
  })
}

/** A job of several places stays while one of them is wanted. */
async function withdrawLeftOut(
  tx: Tx,
  actor: Actor,
  sourceId: number,
  { departments, places }: { departments: readonly string[]; places: readonly string[] },
): Promise<void> {
  if (departments.length + places.length === 0) return
  const which = sql`source_id = ${sourceId} and (department = any(${sql.param([...departments])}::text[])
    or (location_stated <> '' and string_to_array(location_stated, '; ') <@ ${sql.param([...places])}::text[]))`
  await closeJobs(tx, actor, which, 'left-out')
}

async function auditImport(
  tx: Tx,
  actor: Actor,
  publicId: string,
  action: string,
  facts: Record<string, unknown> = {},
): Promise<void> {
  await recordAudit(tx, actor, { action, objectKind: 'import', objectId: publicId, facts })
}
