import { randomUUID } from 'node:crypto'
import { db } from '@/db/client'
import { companies, companyMembers, places, roles, skills, users } from '@/db/schema'
import type { Actor } from '@/db/transaction'
import type { MemberRole } from '@/db/values'
import { createDraft, saveDraft } from './draft-commands'
import { type DraftForm, emptyDraft } from './input'

/** The few entries of the taxonomy that the tests of publishing name. */
export async function plantTaxonomy(): Promise<void> {
  const place = { regionId: null, population: 1000 }
  await db()
    .insert(places)
    .values([
      { ...place, id: 10, kind: 'country', slug: 'de', name: 'Germany', countryCode: 'DE', countryId: 10 },
      { ...place, id: 11, kind: 'country', slug: 'fr', name: 'France', countryCode: 'FR', countryId: 11 },
      {
        ...place,
        id: 10_001,
        kind: 'city',
        slug: 'berlin-de',
        name: 'Berlin',
        countryCode: 'DE',
        countryId: 10,
      },
      { ...place, id: 10_002, kind: 'city', slug: 'lyon-fr', name: 'Lyon', countryCode: 'FR', countryId: 11 },
    ])
  await db()
    .insert(roles)
    .values([
      { id: 1, slug: 'backend-developer', name: 'Backend developer', kind: 'software' },
      { id: 2, slug: 'nurse', name: 'Nurse', kind: 'care' },
    ])
  await db()
    .insert(skills)
    .values([
      { id: 1, slug: 'rust', name: 'Rust' },
      { id: 2, slug: 'postgresql', name: 'PostgreSQL' },
    ])
}

export function actorOf(userId: string): Actor {
  return { kind: 'person', userId }
}

export async function plantPerson(): Promise<Actor & { kind: 'person' }> {
  const userId = randomUUID()
  await db()
    .insert(users)
    .values({ id: userId, email: `${userId}@example.org` })
  return { kind: 'person', userId }
}

/** A company with one person in each role. */
export async function plantCompany(facts: { isDemo?: boolean } = {}) {
  const slug = `company-${randomUUID().slice(0, 8)}`
  const [company] = await db()
    .insert(companies)
    .values({ slug, name: 'Nord Bakery', ...facts })
    .returning({ id: companies.id })
  if (!company) throw new Error('no company')
  const join = async (role: MemberRole) => {
    const person = await plantPerson()
    await db().insert(companyMembers).values({ companyId: company.id, userId: person.userId, role })
    return person
  }
  return {
    id: company.id,
    slug,
    owner: await join('owner'),
    recruiter: await join('recruiter'),
    observer: await join('observer'),
  }
}

export const wholeForm: DraftForm = {
  ...emptyDraft,
  title: 'Senior Backend Developer',
  employmentType: 'full_time',
  workplace: 'hybrid',
  places: 'Berlin, Germany\nLyon, France',
  payMin: '82000',
  payMax: '104000.50',
  payCurrency: 'EUR',
  payPeriod: 'year',
  text: '## What you do\n\n- Write services over PostgreSQL\n',
  applyUrl: 'https://example.org/jobs/42',
  skills: 'Rust, Basket weaving',
  visa: 'offered',
}

export async function plantDraft(
  actor: Actor,
  companyId: number,
  form: Partial<DraftForm> = {},
): Promise<string> {
  const made = await createDraft(actor, { companyId })
  if (!made.ok) throw new Error('no draft')
  const { jobId } = made.value
  await saveDraft(actor, { jobId, form: { ...wholeForm, ...form } })
  return jobId
}
