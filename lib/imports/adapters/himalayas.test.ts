import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { himalayas } from './himalayas'

const ask = himalayas.firstAsk('all')
const job = {
  guid: 'https://himalayas.app/companies/demo/jobs/tutor',
  title: 'Tutor',
  applicationLink: 'https://himalayas.app/companies/demo/jobs/tutor?apply',
  companyName: 'Demo Employer',
  employmentType: 'Full Time',
  minSalary: 40_000,
  maxSalary: null,
  currency: 'EUR',
  seniority: ['Senior', 'Manager'],
  locationRestrictions: ['Peru', { name: 'Chile' }],
  parentCategories: ['Education'],
  description: '<p>Teach</p>',
  pubDate: 1774692720,
  expiryDate: 1779876720_000,
}
const answer = (jobs: unknown[], offset: number, totalCount: number) =>
  JSON.stringify({ offset, limit: 20, totalCount, jobs })

test('a job of Himalayas is read as remote, by the year, in seconds or milliseconds', () => {
  const { jobs, total } = himalayas.read(answer([job, { ...job, guid: 5 }], 0, 2), { board: 'all', ask })
  expect(total).toBe(2)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: job.guid,
        company: 'Demo Employer',
        url: job.applicationLink,
        locations: [],
        workplace: 'remote',
        eligibleFrom: ['Peru', 'Chile'],
        seniority: 'Senior, Manager',
        pay: [{ min: 40_000, max: null, currency: 'EUR', period: 'year' }],
        publishedAt: new Date('2026-03-28T10:12:00Z'),
        closesAt: new Date('2026-05-27T10:12:00Z'),
      },
    },
    { ok: false, refusal: { externalId: '5', field: 'guid', value: '5' } },
  ])
})

test('pages follow by what was read, to the end', () => {
  const about = { board: 'all', ask }
  expect(himalayas.read(answer([job], 20, 40), about).next).toEqual([
    { url: 'https://himalayas.app/jobs/api?limit=20&offset=21', accept: 'json' },
  ])
  expect(himalayas.read(answer([job], 39, 40), about).next).toEqual([])
  expect(himalayas.read(answer([], 20, 40), about).next).toEqual([])
  expect(himalayas.read(answer([job], 0, 40), { board: 'all', ask: null }).next).toEqual([])
  expect(() => himalayas.read('[]', about)).toThrow(Unreadable)
})

test('the one board is named by its word or address', () => {
  for (const typed of [
    'all',
    'https://himalayas.app/jobs',
    'himalayas.app',
    'https://himalayas.app/jobs/api?limit=20',
  ])
    expect(himalayas.boardOf(typed)).toBe('all')
  for (const typed of ['acme', 'https://himalayas.app.example.org/jobs'])
    expect(himalayas.boardOf(typed)).toBeNull()
})
