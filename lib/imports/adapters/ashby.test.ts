import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { ashby } from './ashby'

const about = { board: 'demo', ask: null }
const salary = (minValue: number, maxValue: number, currencyCode = 'USD', interval = '1 YEAR') => ({
  compensationType: 'Salary',
  interval,
  currencyCode,
  minValue,
  maxValue,
})
const equity = {
  compensationType: 'EquityPercentage',
  interval: 'NONE',
  currencyCode: null,
  minValue: 1,
  maxValue: 2,
}
const bonus = { ...salary(1000, 2000), compensationType: 'Bonus' }
const job = {
  id: 'j1',
  title: 'Data Engineer',
  jobUrl: 'https://jobs.ashbyhq.com/demo/j1',
  applyUrl: 'https://jobs.ashbyhq.com/demo/j1/application',
  department: 'Engineering',
  team: 'Data',
  employmentType: 'FullTime',
  location: 'Berlin ',
  address: { postalAddress: { addressLocality: 'Berlin', addressRegion: '', addressCountry: 'Germany' } },
  secondaryLocations: [{ location: 'Remote', address: null }],
  publishedAt: '2026-10-01T10:00:00.000+00:00',
  isListed: true,
  isRemote: true,
  descriptionHtml: '<p>R&amp;D</p>',
  shouldDisplayCompensationOnJobPostings: true,
  compensation: {
    compensationTiers: [
      { title: 'Zone A', components: [equity, salary(100_000, 120_000), bonus] },
      { title: 'Zone B', components: [salary(90_000, 100_000, 'EUR'), salary(60, 60, 'USD', '1 TIME')] },
    ],
    summaryComponents: [salary(90_000, 120_000)],
  },
}
const read = (...jobs: unknown[]) => ashby.read(JSON.stringify({ apiVersion: '1', jobs }), about)

test('a job of Ashby is read with each tier of its salary', () => {
  expect(read(job).jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'j1',
        openingKey: null,
        locations: [
          { text: 'Berlin', address: { locality: 'Berlin', region: null, country: 'Germany' } },
          { text: 'Remote', address: null },
        ],
        workplace: null,
        employmentType: 'FullTime',
        department: 'Engineering',
        html: '<p>R&amp;D</p>',
        pay: [
          { min: 100_000, max: 120_000, currency: 'USD', period: 'year', title: 'Zone A' },
          { min: 90_000, max: 100_000, currency: 'EUR', period: 'year', title: 'Zone B' },
        ],
        publishedAt: new Date('2026-10-01T10:00:00Z'),
      },
    },
  ])
})

test('a flag beside an office is not a remote job; a workplace type or no place at all is', () => {
  const noOffice = { ...job, location: 'Remote', address: null, secondaryLocations: [] }
  const country = {
    location: 'Peru',
    address: { postalAddress: { addressCountry: 'Peru' } },
    secondaryLocations: null,
  }
  const stated = [
    job,
    { ...job, secondaryLocations: [] },
    { ...noOffice, location: 'Berlin' },
    { ...job, workplaceType: 'Hybrid' },
    { ...job, isRemote: false, workplaceType: 'Remote' },
    { ...noOffice, workplaceType: 'OnSite' },
    noOffice,
    { ...job, ...country },
    { ...noOffice, isRemote: null },
  ]
  expect(read(...stated).jobs.map((one) => one.ok && one.job.workplace)).toEqual([
    null,
    null,
    null,
    'hybrid',
    'remote',
    'onsite',
    'remote',
    'remote',
    null,
  ])
})

test('pay that is not to be shown is not read, and the summary stands in for missing tiers', () => {
  const hidden = { ...job, shouldDisplayCompensationOnJobPostings: false }
  const noTiers = { ...job, compensation: { ...job.compensation, compensationTiers: [] } }
  expect(read(hidden, noTiers, { ...job, compensation: null }).jobs).toMatchObject([
    { job: { pay: [] } },
    { job: { pay: [{ min: 90_000, max: 120_000, title: null }] } },
    { job: { pay: [] } },
  ])
})

test('an unlisted job is left out, a bad one is refused, a bare one is read', () => {
  const bare = { id: 'b', title: 'Cook', jobUrl: 'https://jobs.ashbyhq.com/demo/b' }
  const { jobs, total } = read({ ...job, isListed: false }, { ...job, title: null }, bare)
  expect(total).toBe(2)
  expect(jobs).toMatchObject([
    { ok: false, refusal: { externalId: 'j1', field: 'title', value: 'null' } },
    { ok: true, job: { externalId: 'b' } },
  ])
  for (const text of ['', '[]', '{"jobs":null}']) expect(() => ashby.read(text, about)).toThrow(Unreadable)
})

test('a board is named by its word or by an address of it', () => {
  expect(ashby.boardOf('acme')).toBe('acme')
  expect(ashby.boardOf(' Demo Employer ')).toBe('Demo Employer')
  expect(ashby.boardOf('https://jobs.ashbyhq.com/Demo%20Employer/j1')).toBe('Demo Employer')
  expect(ashby.boardOf('https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true')).toBe(
    'acme',
  )
  expect(ashby.firstAsk('Demo Employer').url).toBe(
    'https://api.ashbyhq.com/posting-api/job-board/Demo%20Employer?includeCompensation=true',
  )
  expect(ashby.boardOf('https://jobs.ashbyhq.com.example.org/acme')).toBeNull()
  expect(ashby.boardOf('https://jobs.ashbyhq.com/a%2Fb')).toBeNull()
})
