import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { smartrecruiters } from './smartrecruiters'

const ask = smartrecruiters.firstAsk('Demo')
const about = { board: 'Demo', ask }
const posting = {
  id: '7001',
  name: 'Nurse ',
  refNumber: 'REF1',
  company: { identifier: 'Demo', name: 'Demo Employer' },
  releasedDate: '2026-10-01T10:00:00.000Z',
  location: {
    city: 'Graz',
    region: 'Styria',
    country: 'at',
    remote: false,
    hybrid: false,
    fullLocation: 'Graz, Austria',
  },
  department: {},
  typeOfEmployment: { id: 'permanent', label: 'Full-time' },
  experienceLevel: { id: 'associate', label: 'Associate' },
}
const list = (content: unknown[], offset: number, totalFound: number) =>
  JSON.stringify({ offset, limit: 100, totalFound, content })

test('a posting in the list is read as it stands, with the ask for its details', () => {
  const { jobs, total, next } = smartrecruiters.read(list([posting, { ...posting, name: 1 }], 0, 2), about)
  expect({ total, next }).toEqual({ total: 2, next: [] })
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '7001',
        openingKey: 'REF1',
        company: 'Demo Employer',
        title: 'Nurse',
        url: 'https://jobs.smartrecruiters.com/Demo/7001',
        locations: [
          { text: 'Graz, Austria', address: { locality: 'Graz', region: 'Styria', country: 'at' } },
        ],
        workplace: null,
        employmentType: 'Full-time',
        seniority: 'Associate',
        html: '',
        publishedAt: new Date('2026-10-01T10:00:00Z'),
      },
      detail: { url: 'https://api.smartrecruiters.com/v1/companies/Demo/postings/7001', accept: 'json' },
    },
    { ok: false, refusal: { externalId: '7001', field: 'name', value: '1' } },
  ])
})

test('the details of a posting are a page with one job, of the same id', () => {
  const sections = {
    companyDescription: { title: 'Company', text: '' },
    jobDescription: { title: 'Job', text: '<p>Care</p>' },
    qualifications: { title: 'You', text: '<p>Trained</p>' },
  }
  const details = {
    ...posting,
    jobId: 'j',
    postingUrl: 'https://jobs.smartrecruiters.com/Demo/7001-nurse',
    applyUrl: 'https://jobs.smartrecruiters.com/Demo/7001-nurse?oga=true',
    jobAd: { sections },
    active: true,
  }
  const { jobs, total } = smartrecruiters.read(JSON.stringify(details), about)
  expect(total).toBeNull()
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '7001',
        openingKey: 'REF1',
        url: 'https://jobs.smartrecruiters.com/Demo/7001-nurse',
        html: '<h3>Job</h3><p>Care</p><h3>You</h3><p>Trained</p>',
      },
    },
  ])
  expect(jobs[0]).not.toHaveProperty('detail')
  expect(smartrecruiters.read(JSON.stringify({ ...details, active: false }), about).jobs).toEqual([])
})

test('pages follow until the total is reached', () => {
  expect(ask.url).toBe('https://api.smartrecruiters.com/v1/companies/Demo/postings?offset=0&limit=100')
  const hundred = Array.from({ length: 100 }, (_, i) => ({ ...posting, id: String(i) }))
  expect(smartrecruiters.read(list(hundred, 0, 130), about).next).toEqual([
    {
      url: 'https://api.smartrecruiters.com/v1/companies/Demo/postings?offset=100&limit=100',
      accept: 'json',
    },
  ])
  expect(smartrecruiters.read(list(hundred.slice(70), 100, 130), about).next).toEqual([])
  expect(smartrecruiters.read(list([], 100, 130), about).next).toEqual([])
  for (const text of ['{}', '{"message":"x"}', '<p>'])
    expect(() => smartrecruiters.read(text, about)).toThrow(Unreadable)
})

test.each([
  [{ remote: true, hybrid: false }, 'remote'],
  [{ remote: true, hybrid: true }, 'hybrid'],
  [{ remote: true, hybrid: undefined }, null],
  [{ remote: true, hybrid: undefined, city: '', region: '', fullLocation: 'Remote' }, 'remote'],
])('the flags %o', (flags, workplace) => {
  const { jobs } = smartrecruiters.read(
    list([{ ...posting, location: { ...posting.location, ...flags } }], 0, 1),
    about,
  )
  expect(jobs).toMatchObject([{ job: { workplace } }])
})

test('a board is named by its word or by an address of it', () => {
  for (const typed of [
    'Acme',
    'https://careers.smartrecruiters.com/Acme/x',
    'https://jobs.smartrecruiters.com/Acme/7-a',
    'https://api.smartrecruiters.com/v1/companies/Acme/postings',
  ])
    expect(smartrecruiters.boardOf(typed)).toBe('Acme')
  expect(smartrecruiters.boardOf('https://careers.smartrecruiters.com.example.org/Acme')).toBeNull()
})
