import { beforeAll, expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { editJob, publishJob } from './commands'
import { saveDraft } from './draft-commands'
import type { DraftForm } from './input'
import { getJobForm, getPreview } from './job-form'
import { plantCompany, plantDraft, plantPerson, plantTaxonomy, wholeForm } from './publishing-fixtures'
import { getJobPage } from './queries'

testDb()
beforeAll(plantTaxonomy)

const remote: Partial<DraftForm> = { workplace: 'remote', places: '' }
const forms: [string, Partial<DraftForm>][] = [
  ['hybrid in two places with pay', {}],
  [
    'remote from named countries',
    { ...remote, eligibility: 'countries', eligibleCountries: 'France, Germany' },
  ],
  ['remote worldwide', { ...remote, eligibility: 'worldwide' }],
  ['remote, not stated from where, in a country', { ...remote, places: 'Germany' }],
  [
    'nothing stated that need not be',
    { roleSlug: 'none', seniority: 'none', payMin: '', payMax: '', skills: '', text: 'x' },
  ],
  ['pay that makes no sense', { payMin: '55', payMax: '65' }],
  ['yen by the hour, one bound', { payMin: '', payMax: '3000', payCurrency: 'JPY', payPeriod: 'hour' }],
]

test.each(forms)('the preview equals the published page: %s', async (_name, form) => {
  const company = await plantCompany()
  const jobId = await plantDraft(company.owner, company.id, form)
  const preview = await getPreview(company.owner.userId, jobId, new Date())
  await publishJob(company.owner, { jobId })
  const page = (await getJobPage(jobId, null))!
  const { firstPublishedAt, firstSeenAt, closesAt, events } = page
  expect({ ...preview?.page, firstPublishedAt, firstSeenAt, closesAt, events }).toEqual(page)
  const later = await getPreview(company.owner.userId, jobId, new Date())
  expect({ ...later?.page, events }).toEqual(page)
})

test.each(forms)('the form of a published job publishes the same job again: %s', async (_name, form) => {
  const company = await plantCompany()
  const jobId = await plantDraft(company.owner, company.id, { closesOn: dayAhead(20), ...form })
  await publishJob(company.owner, { jobId })
  const before = await getJobPage(jobId, null)
  const { form: again } = (await getJobForm(company.owner.userId, jobId, new Date()))!
  await editJob(company.owner, { jobId, form: again })
  expect(await getJobPage(jobId, null)).toEqual(before)
})

test('the page says what each skill rests on: the text, or the form, whose words come back to be edited', async () => {
  const company = await plantCompany()
  const jobId = await plantDraft(company.owner, company.id, { skills: 'RUST' })
  await publishJob(company.owner, { jobId })
  expect((await getJobPage(jobId, null))?.skillEvidence).toEqual([
    { slug: 'rust', name: 'Rust', origin: 'stated', evidence: 'RUST' },
    { slug: 'postgresql', name: 'PostgreSQL', origin: 'text', evidence: 'Write services over PostgreSQL' },
  ])
  expect((await getJobForm(company.owner.userId, jobId, new Date()))?.form.skills).toBe('RUST')
})

test('changes that are kept show in the preview and not on the page', async () => {
  const company = await plantCompany()
  const jobId = await plantDraft(company.owner, company.id)
  await publishJob(company.owner, { jobId })
  await saveDraft(company.owner, { jobId, form: { ...wholeForm, title: 'Nurse' } })
  expect(await getPreview(company.observer.userId, jobId, new Date())).toMatchObject({
    hasChanges: true,
    page: { title: 'Nurse' },
  })
  expect((await getJobPage(jobId, null))?.title).toBe('Senior Backend Developer')
})

test('a draft with faults has no preview, and says what is missing', async () => {
  const company = await plantCompany()
  const jobId = await plantDraft(company.owner, company.id, { text: '' })
  const preview = await getPreview(company.owner.userId, jobId, new Date())
  expect(preview).toMatchObject({ page: null, checked: { ok: false, faults: { text: expect.any(String) } } })
})

test('form and preview of another company do not exist', async () => {
  const [company, other] = await Promise.all([plantCompany(), plantCompany()])
  const jobId = await plantDraft(company.owner, company.id)
  for (const { userId } of [other.owner, await plantPerson()]) {
    expect(await getJobForm(userId, jobId, new Date())).toBeNull()
    expect(await getPreview(userId, jobId, new Date())).toBeNull()
  }
})

function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
