import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { greenhouse } from './greenhouse'

const about = { board: 'demo', ask: null }
const job = {
  id: 4001,
  internal_job_id: 900,
  title: ' Backend Engineer ',
  absolute_url: 'https://boards.greenhouse.io/demo/jobs/4001',
  location: { name: 'Berlin or Remote' },
  company_name: 'Demo Employer',
  updated_at: '2026-11-01T10:00:00-05:00',
  first_published: '2026-10-01T10:00:00-05:00',
  content: '&lt;p&gt;Write &amp;lt;b&amp;gt; and R&amp;amp;D&lt;/p&gt;',
  departments: [{ id: 1, name: 'Engineering ' }],
  pay_input_ranges: [
    { min_cents: 8000000, max_cents: 9500000, currency_type: 'EUR', title: 'Berlin', blurb: '' },
  ],
}
const answer = (jobs: unknown[], total = jobs.length) => JSON.stringify({ jobs, meta: { total } })

test('a job of Greenhouse is read with its text decoded once', () => {
  const { jobs, total } = greenhouse.read(answer([job], 12), about)
  expect(total).toBe(12)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '4001',
        openingKey: '900',
        title: 'Backend Engineer',
        locations: [{ text: 'Berlin or Remote' }],
        department: 'Engineering',
        html: '<p>Write &lt;b&gt; and R&amp;D</p>',
        pay: [{ min: 80_000, max: 95_000, currency: 'EUR', period: 'year', title: 'Berlin' }],
        publishedAt: new Date('2026-10-01T15:00:00Z'),
      },
    },
  ])
})

test('the answer for one job is a page with that job, and older jobs state less', () => {
  expect(greenhouse.read(JSON.stringify(job), about)).toMatchObject({
    jobs: [{ ok: true, job: { externalId: '4001' } }],
    total: null,
  })
  const { company_name, first_published, departments, pay_input_ranges, ...older } = job
  expect(
    greenhouse.read(answer([{ ...older, internal_job_id: null, metadata: [] }]), about).jobs,
  ).toMatchObject([
    { ok: true, job: { openingKey: null, company: null, department: null, pay: [], publishedAt: null } },
  ])
})

test('a bad job is refused with its field and value, and spares the others', () => {
  const { jobs } = greenhouse.read(
    answer([{ ...job, title: 7 }, { ...job, id: 2, absolute_url: 'javascript:x' }, job]),
    about,
  )
  expect(jobs).toMatchObject([
    { ok: false, refusal: { externalId: '4001', field: 'title', value: '7' } },
    { ok: false, refusal: { externalId: '2', field: 'url', value: 'javascript:x' } },
    { ok: true },
  ])
})

test('what is no answer of Greenhouse is unreadable as a whole', () => {
  for (const text of ['<html>', '', '{}', '{"jobs": 3}', '[]']) {
    expect(() => greenhouse.read(text, about)).toThrow(Unreadable)
  }
})

test('a board is named by its word or by an address of it', () => {
  for (const typed of [
    'acme',
    'https://boards.greenhouse.io/acme',
    'https://job-boards.eu.greenhouse.io/acme/jobs/1',
    'https://boards.greenhouse.io/embed/job_board?for=acme',
    'https://boards.greenhouse.io/embed/job_board/js?for=acme',
    'https://boards.greenhouse.io/embed/job_app?token=1&for=acme',
    'boards-api.greenhouse.io/v1/boards/acme/jobs',
  ]) {
    expect(greenhouse.boardOf(typed)).toBe('acme')
  }
  expect(greenhouse.boardOf('https://jobs.lever.co/acme')).toBeNull()
  expect(greenhouse.boardOf('https://job-boards.greenhouse.io.example.org/acme')).toBeNull()
  expect(greenhouse.boardOf('https://job-boards.greenhouse.io@example.org/acme')).toBeNull()
  expect(greenhouse.boardOf('https://boards.greenhouse.io/embed/job_board')).toBeNull()
})
