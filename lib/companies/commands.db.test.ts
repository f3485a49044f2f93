import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditLog, companies, companyMembers } from '@/db/schema'
import { testDb } from '@/db/testing'
import { plantCompany, plantPerson } from '@/lib/jobs/publishing-fixtures'
import { Forbidden, NotFound, SignInNeeded } from '@/lib/outcome'
import { createCompany, updateCompany } from './commands'
import { getCompanyOf, requireMember } from './queries'

const board = testDb()
const form = (name: string) => ({ name, website: null, about: '' })

test('whoever creates a company owns it, and it is on record', async () => {
  const person = await plantPerson()
  const made = await createCompany(person, {
    name: 'Süd Bäckerei & Söhne',
    website: 'https://example.org/',
    about: 'x',
  })
  expect(made).toMatchObject({ ok: true, value: { slug: 'sud-backerei-sohne' } })
  expect(await getCompanyOf(person.userId, 'sud-backerei-sohne')).toMatchObject({
    name: 'Süd Bäckerei & Söhne',
    role: 'owner',
  })
  const id = made.ok ? String(made.value.id) : ''
  const audited = await db()
    .select({ action: auditLog.action })
    .from(auditLog)
    .where(and(eq(auditLog.objectKind, 'company'), eq(auditLog.objectId, id)))
  expect(audited).toEqual([{ action: 'company.created' }])
})

test('companies of one name get slugs of their own, also all at once; reserved words and other scripts too', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => plantPerson()))
  const made = await Promise.all(people.map((person) => createCompany(person, form('West Works'))))
  const slugs = made.map((outcome) => (outcome.ok ? outcome.value.slug : ''))
  expect(new Set(slugs).size).toBe(8)
  for (const slug of slugs) expect(slug).toMatch(/^west-works(-[0-9a-f]+)?$/)
  const [reserved, chinese] = await Promise.all(
    ['New', '北面包店'].map((name) => createCompany(people[0]!, form(name))),
  )
  expect([reserved, chinese]).toMatchObject([{ value: { slug: 'new-2' } }, { value: { slug: 'company' } }])
})

test('the slug stays when the name changes', async () => {
  const company = await plantCompany()
  await updateCompany(company.owner, {
    slug: company.slug,
    name: 'New name',
    website: 'https://example.org/',
    about: 'y',
  })
  expect(await getCompanyOf(company.owner.userId, company.slug)).toMatchObject({
    name: 'New name',
    about: 'y',
  })
})

test('a new name is brought into the listing; other changes leave it alone', async () => {
  const company = await plantCompany()
  const tasks = async () => {
    const { rows } = await board.app.query(
      'select count(*)::int as n from graphile_worker.jobs where key = $1',
      [`jobs.relist:${company.id}`],
    )
    return rows[0].n
  }
  await updateCompany(company.owner, { slug: company.slug, name: 'Nord Bakery', website: null, about: 'z' })
  expect(await tasks()).toBe(0)
  await updateCompany(company.owner, { slug: company.slug, name: 'South Bakery', website: null, about: 'z' })
  expect(await tasks()).toBe(1)
})

test('only an owner changes a company; to everybody else it does not exist', async () => {
  const [company, other] = await Promise.all([plantCompany(), plantCompany()])
  const change = { ...form('Mine'), slug: company.slug }
  await expect(updateCompany(company.recruiter, change)).rejects.toThrow(Forbidden)
  await expect(updateCompany(company.observer, change)).rejects.toThrow(Forbidden)
  await expect(updateCompany(other.owner, change)).rejects.toThrow(NotFound)
  await expect(updateCompany({ kind: 'visitor' }, change)).rejects.toThrow(SignInNeeded)
  await expect(updateCompany(company.owner, { ...change, slug: 'nobody-has-this' })).rejects.toThrow(NotFound)
  expect(await getCompanyOf(other.owner.userId, company.slug)).toBeNull()
  const [row] = await db()
    .select({ name: companies.name })
    .from(companies)
    .where(eq(companies.id, company.id))
  expect(row?.name).toBe('Nord Bakery')
})

test('a visitor creates nothing', async () => {
  await expect(createCompany({ kind: 'visitor' }, form('A'))).rejects.toThrow(SignInNeeded)
})

test('whoever left a company may do nothing there any more', async () => {
  const company = await plantCompany()
  expect(await requireMember(company.recruiter, { id: company.id }, 'recruiter')).toMatchObject({
    slug: company.slug,
  })
  await db().delete(companyMembers).where(eq(companyMembers.userId, company.recruiter.userId))
  await expect(requireMember(company.recruiter, { id: company.id }, 'observer')).rejects.toThrow(NotFound)
  await expect(requireMember(company.owner, { id: 2 ** 40 }, 'observer')).rejects.toThrow(NotFound)
})
