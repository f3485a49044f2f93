import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { comments, companies, companyClaims, imports, savedSearches, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { type ObjectKind, type Person, people, type RouteLine, routes } from '@/e2e/authz/table'
import { openSession } from '@/lib/accounts/sessions'
import { saveSearch } from '@/lib/alerts/commands'
import { unsubscribeToken } from '@/lib/alerts/token'
import { plantImport } from '@/lib/imports/testing/plant'
import { publishJob } from '@/lib/jobs/commands'
import { newPublicId } from '@/lib/jobs/public-id'
import { plantCompany, plantDraft, plantPerson, plantTaxonomy } from '@/lib/jobs/publishing-fixtures'
import type { Handler } from '@/lib/web/handler'

testDb()
beforeAll(plantTaxonomy)

const BASE = 'http://localhost:3000'
const root = new URL('.', import.meta.url).pathname

type Scene = { cookie: string; object: string; token: string }

/** A company with its people, a stranger with another one, a candidate, and the object of the question. */
async function sceneFor(person: Person, kind: ObjectKind): Promise<Scene> {
  const [company, other, candidate] = [await plantCompany(), await plantCompany(), await plantPerson()]
  const { owner, recruiter, observer } = company
  const actors = { owner, recruiter, observer, stranger: other.owner, candidate }
  const actor = person in actors ? actors[person as keyof typeof actors] : await plantPerson()
  if (person === 'moderator' || person === 'admin') await change(actor.userId, { kind: person })
  const cookie =
    person === 'visitor' ? '' : `waypost-session=${await openSession(db(), actor.userId, undefined)}`
  if (person === 'disabled') await change(actor.userId, { disabledAt: sql`now()` })
  const object = await objectOf(kind, { company, candidate })
  return { cookie, object, token: kind === 'saved search' ? unsubscribeToken(object) : '' }
}

async function change(userId: string, set: Record<string, unknown>): Promise<void> {
  await db().update(users).set(set).where(eq(users.id, userId))
}

type Owners = {
  company: Awaited<ReturnType<typeof plantCompany>>
  candidate: Awaited<ReturnType<typeof plantPerson>>
}

async function objectOf(kind: ObjectKind, { company, candidate }: Owners): Promise<string> {
  if (kind === 'company') return company.slug
  if (kind === 'import') return plantImportOf(company.id)
  if (kind === 'claim') return plantClaim(candidate.userId, 'open')
  if (kind === 'waiting claim') return plantClaim(candidate.userId, 'proven')
  if (kind === 'comment') return plantComment(candidate.userId, 'shown')
  if (kind === 'held comment') return plantComment(candidate.userId, 'held')
  if (kind === 'saved search') {
    const saved = await saveSearch(candidate, {
      query: `q=${randomUUID()}`,
      name: 'A search',
      cadence: 'daily',
    })
    if (!saved.ok) throw new Error(saved.reason)
    return saved.value.id
  }
  if (kind === 'none') return ''
  const jobId = await plantDraft(company.owner, company.id)
  if (kind === 'published job') await publishJob(company.owner, { jobId })
  return jobId
}

async function plantImportOf(companyId: number): Promise<string> {
  const sourceId = await plantImport({ companyId })
  const [row] = await db()
    .select({ id: imports.publicId })
    .from(imports)
    .where(eq(imports.sourceId, sourceId))
  return row?.id ?? ''
}

async function plantClaim(userId: string, state: 'open' | 'proven'): Promise<string> {
  const [company] = await db()
    .insert(companies)
    .values({ slug: `claimed-${randomUUID()}`, name: 'Nord Bakery' })
    .returning({ id: companies.id })
  const values = {
    companyId: company?.id ?? 0,
    userId,
    domain: 'nord-bakery.com',
    token: 'a'.repeat(40),
    state,
  }
  const [claim] = await db().insert(companyClaims).values(values).returning({ id: companyClaims.id })
  return claim?.id ?? ''
}

async function plantComment(userId: string, state: 'shown' | 'held'): Promise<string> {
  const values = { userId, state, page: '/guides/backend-developer', body: 'A question.' }
  const [comment] = await db().insert(comments).values(values).returning({ id: comments.id })
  return comment?.id ?? ''
}

const absentIds: Record<ObjectKind, () => string> = {
  none: () => '',
  company: () => `no-company-${randomUUID()}`,
  draft: newPublicId,
  'published job': newPublicId,
  'saved search': randomUUID,
  import: newPublicId,
  claim: randomUUID,
  'waiting claim': randomUUID,
  comment: randomUUID,
  'held comment': randomUUID,
}

async function ask(line: RouteLine, { cookie, object, token }: Scene): Promise<number> {
  const handlers = (await import(`${root}${line.path.slice(1)}/route.ts`)) as Record<string, Handler>
  const filled = (text: string) => text.replaceAll('{object}', object).replaceAll('{token}', token)
  const body = line.body && JSON.stringify({ idempotencyKey: randomUUID(), ...line.body })
  const request = new Request(`${BASE}${line.path}${filled(line.query ?? '')}`, {
    method: line.method,
    headers: {
      origin: BASE,
      accept: 'application/json',
      // Each question comes from a network of its own: limits are not what is asked here.
      'x-waypost-client': `2001:db8:${Math.floor(Math.random() * 0xffff).toString(16)}:${(++asked).toString(16)}::1`,
      ...(cookie ? { cookie } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: filled(isCreating(line) ? body : JSON.stringify(line.body)) } : {}),
  })
  const name = /\[(?:\.\.\.)?(\w+)\]/.exec(line.path)?.[1]
  const params = name ? { [name]: line.path.includes('[...') ? ['signin', 'github'] : object } : {}
  const response = await handlers[line.method]!(request, { params: Promise.resolve(params) })
  return response.status
}
let asked = 0

function isCreating({ route }: RouteLine): boolean {
  return [
    ...['companies.create', 'jobs.create', 'alerts.save', 'imports.add', 'imports.add_for_board'],
    ...['comments.write', 'comments.answer'],
  ].includes(route)
}

test.each(routes)('$route answers each person as the table says', async (line) => {
  const answers = await Promise.all(
    people.map(async (person) => [person, await ask(line, await sceneFor(person, line.object))] as const),
  )
  expect(Object.fromEntries(answers)).toEqual(line.answers)
})

/** The others name no object, or only by a token, which a stranger cannot make up. */
const naming = routes.filter((line) => line.object !== 'none' && !JSON.stringify(line).includes('{token}'))

test.each(naming)('$route finds nothing where nothing is', async (line) => {
  for (const person of people) {
    const scene = { ...(await sceneFor(person, 'none')), object: absentIds[line.object]() }
    expect([person, await ask(line, scene)]).toEqual([person, line.answers[person] === 401 ? 401 : 404])
  }
})

test('what a person may not touch stays as it was', async () => {
  const { object } = await sceneFor('visitor', 'saved search')
  const stranger = await sceneFor('stranger', 'none')
  for (const line of routes.filter(
    ({ object, route }) =>
      object === 'saved search' && !route.includes('unsub') && !route.includes('one-click'),
  )) {
    await ask(line, { ...stranger, object })
  }
  const [row] = await db().select().from(savedSearches).where(eq(savedSearches.id, object))
  expect(row).toMatchObject({ name: 'A search', cadence: 'daily', unsubscribedAt: null })
})
