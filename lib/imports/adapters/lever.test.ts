import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { lever } from './lever'

const about = { board: 'demo', ask: null }
const job = {
  id: 'a1',
  text: 'Welder ',
  hostedUrl: 'https://jobs.lever.co/demo/a1',
  applyUrl: 'https://jobs.lever.co/demo/a1/apply',
  createdAt: Date.UTC(2026, 9, 1),
  categories: {
    commitment: 'Full-time',
    department: 'Works',
    team: 'Hall 2',
    location: 'Essen',
    allLocations: ['Essen', 'Remote'],
  },
  workplaceType: 'on-site',
  opening: '<p>Hello</p>',
  description: '<p>Hello</p><p>Weld.</p>',
  descriptionBody: '<p>Weld.</p>',
  lists: [{ text: 'You & us', content: '<li>Steel</li>' }],
  additional: '<p>Bye</p>',
  salaryRange: { currency: 'EUR', interval: 'per-hour-wage', min: 20, max: 25.5 },
  salaryDescriptionPlain: 'Shifts are paid extra.',
}
const read = (...jobs: unknown[]) => lever.read(JSON.stringify(jobs), about).jobs

test('a job of Lever is read with each part of its text once', () => {
  expect(read(job)).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'a1',
        title: 'Welder',
        applyUrl: 'https://jobs.lever.co/demo/a1/apply',
        locations: [{ text: 'Essen' }, { text: 'Remote' }],
        workplace: 'onsite',
        employmentType: 'Full-time',
        department: 'Works',
        html: '<p>Hello</p><p>Weld.</p><h3>You &amp; us</h3><ul><li>Steel</li></ul><p>Bye</p>',
        pay: [{ min: 20, max: 25.5, currency: 'EUR', period: 'hour' }],
        payText: 'Shifts are paid extra.',
        publishedAt: new Date('2026-10-01T00:00:00Z'),
      },
    },
  ])
})

test('an opening that the description lacks stands before it', () => {
  expect(read({ ...job, description: '<p>Weld.</p>', lists: [], additional: '' })).toMatchObject([
    { job: { html: '<p>Hello</p><p>Weld.</p>' } },
  ])
})

test.each([
  ['per-year-salary', ['year']],
  ['per-month-salary', ['month']],
  ['per-week-salary', ['week']],
  ['per-day-wage', ['day']],
  ['one-time', []],
])('an interval of %s', (interval, periods) => {
  const [only] = read({ ...job, salaryRange: { ...job.salaryRange, interval } })
  expect(only).toMatchObject({ ok: true, job: { pay: periods.map((period) => ({ period })) } })
})

test('a job with no more than is needed is read; one without a needed field is refused', () => {
  const bare = {
    id: 'b',
    text: 'Cook',
    hostedUrl: 'https://jobs.lever.co/demo/b',
    workplaceType: 'unspecified',
  }
  expect(read(bare, { ...bare, text: 7 }, { ...bare, hostedUrl: undefined })).toMatchObject([
    { ok: true, job: { workplace: null, locations: [], pay: [] } },
    { ok: false, refusal: { externalId: 'b', field: 'text', value: '7' } },
    { ok: false, refusal: { externalId: 'b', field: 'hostedUrl', value: 'absent' } },
  ])
})

test('what is no answer of Lever is unreadable as a whole', () => {
  for (const text of ['<html>', '', '{}', '{"ok":false,"error":"Document not found"}'])
    expect(() => lever.read(text, about)).toThrow(Unreadable)
})

test('only a full answer is asked on', () => {
  const first = lever.firstAsk('demo')
  expect(first.url).toBe('https://api.lever.co/v0/postings/demo?mode=json&skip=0&limit=100')
  const full = JSON.stringify(Array.from({ length: 100 }, (_, i) => ({ ...job, id: `a${i}` })))
  const [second] = lever.read(full, { board: 'demo', ask: first }).next
  expect(second?.url).toContain('skip=100&limit=100')
  expect(lever.read(full, { board: 'demo', ask: second! }).next[0]?.url).toContain('skip=200&')
  expect(lever.read(JSON.stringify([job]), { board: 'demo', ask: first }).next).toEqual([])
})

test('a board is named by its word or by an address of it, with its region', () => {
  for (const typed of ['acme', 'https://jobs.lever.co/acme/a1?x=1', 'api.lever.co/v0/postings/acme'])
    expect(lever.boardOf(typed)).toBe('acme')
  for (const typed of [
    'eu:acme',
    'https://jobs.eu.lever.co/acme',
    'https://api.eu.lever.co/v0/postings/acme?mode=json',
  ])
    expect(lever.boardOf(typed)).toBe('eu:acme')
  expect(lever.firstAsk('eu:acme').url).toMatch(
    /^https:\/\/api\.eu\.lever\.co\/v0\/postings\/acme\?mode=json/,
  )
  expect(lever.homeOf('eu:acme')).toBe('https://jobs.eu.lever.co/acme')
  expect(lever.firstAsk('a/../b').url).toContain('/a%2F..%2Fb?')
  for (const typed of [
    'https://jobs.lever.co.example.org/acme',
    'https://jobs.lever.co@example.org/acme',
    'https://jobs.lever.co/%ff',
    '',
  ])
    expect(lever.boardOf(typed)).toBeNull()
})
