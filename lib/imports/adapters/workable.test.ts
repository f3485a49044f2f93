import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { workable } from './workable'

const about = { board: 'demo', ask: null }
const read = (answer: unknown) => workable.read(JSON.stringify(answer), about)
const lima = { country: 'Peru', countryCode: 'PE', city: 'Lima', region: null, hidden: false }
const peru = { ...lima, city: '' }

test('a job of the widget is read with its text', () => {
  const job = {
    title: 'Potter',
    shortcode: 'A1B2',
    telecommuting: false,
    department: 'Works',
    url: 'https://apply.workable.com/j/A1B2',
    application_url: 'https://apply.workable.com/j/A1B2/apply',
    employment_type: 'Full-time',
    experience: 'Associate',
    published_on: '2026-10-01',
    created_at: '2026-09-01',
    city: 'Lima',
    state: '',
    country: 'Peru',
    description: '<p>Clay</p>',
  }
  const { jobs, total } = read({
    name: 'Demo Employer',
    jobs: [
      job,
      { ...job, telecommuting: true, locations: [lima] },
      { ...job, telecommuting: true, locations: [peru] },
      { ...job, title: [] },
    ],
  })
  expect(total).toBe(4)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'A1B2',
        company: 'Demo Employer',
        applyUrl: 'https://apply.workable.com/j/A1B2/apply',
        locations: [{ text: null, address: { locality: 'Lima', region: null, country: 'Peru' } }],
        workplace: null,
        employmentType: 'Full-time',
        seniority: 'Associate',
        html: '<p>Clay</p>',
        publishedAt: new Date('2026-10-01T00:00:00Z'),
      },
    },
    { job: { workplace: null } },
    { job: { workplace: 'remote' } },
    { ok: false, refusal: { externalId: 'A1B2', field: 'title', value: '[]' } },
  ])
})

test('a job of the newer list is read; internal and unpublished ones are left out', () => {
  const job = {
    shortcode: 'C3',
    title: 'Pilot',
    remote: true,
    workplace: 'on_site',
    state: 'published',
    isInternal: false,
    published: '2026-10-01T00:00:00.000Z',
    type: 'full',
    department: ['Air'],
    location: lima,
    locations: [lima, { ...lima, city: 'Cusco', hidden: true }],
  }
  const results = [
    job,
    { ...job, isInternal: true },
    { ...job, state: 'archived' },
    { shortcode: 'D', title: 'Chef' },
  ]
  const { jobs, total } = read({ total: 9, results })
  expect(total).toBe(9)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'C3',
        url: 'https://apply.workable.com/j/C3',
        locations: [{ address: { locality: 'Lima' } }],
        workplace: 'onsite',
        employmentType: 'full',
        department: 'Air',
      },
    },
    { ok: true, job: { externalId: 'D', workplace: null } },
  ])
  for (const text of ['', '{}', '{"results":{}}'])
    expect(() => workable.read(text, about)).toThrow(Unreadable)
})

test('a board is named by its word or by an address of it', () => {
  for (const typed of [
    'acme',
    'https://apply.workable.com/acme/',
    'https://acme.workable.com/jobs/1',
    'https://www.workable.com/api/accounts/acme?details=true',
    'https://apply.workable.com/api/v1/widget/accounts/acme',
  ])
    expect(workable.boardOf(typed)).toBe('acme')
  for (const typed of [
    'https://apply.workable.com/j/A1B2',
    'https://acme.workable.com.example.org/',
    'https://example.org/acme.workable.com',
  ])
    expect(workable.boardOf(typed)).toBeNull()
  expect(workable.firstAsk('acme').url).toBe('https://www.workable.com/api/accounts/acme?details=true')
})
