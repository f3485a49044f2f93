import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { remotive } from './remotive'

const about = { board: 'all', ask: null }
const job = {
  id: 9,
  url: 'https://remotive.com/remote-jobs/writing/editor-9',
  title: 'Editor',
  company_name: 'Demo Employer',
  category: 'Writing',
  tags: ['proofs', 'proofs ', 'x'.repeat(200)],
  job_type: 'full_time',
  publication_date: '2026-10-01T10:00:00',
  candidate_required_location: 'Americas, Europe, Israel',
  salary: '$90 - $150 /hour',
  description: '<p>Edit</p>',
}

test('a job of Remotive is read as remote, its date in UTC', () => {
  const text = JSON.stringify({ 'job-count': 2, jobs: [job, { ...job, url: 'ftp://example.org' }] })
  const { jobs, total } = remotive.read(text, about)
  expect(total).toBe(2)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '9',
        workplace: 'remote',
        eligibleFrom: ['Americas', 'Europe', 'Israel'],
        employmentType: 'full_time',
        department: 'Writing',
        pay: [],
        payText: '$90 - $150 /hour',
        skills: ['proofs'],
        publishedAt: new Date('2026-10-01T10:00:00Z'),
      },
    },
    { ok: false, refusal: { externalId: '9', field: 'url', value: 'ftp://example.org' } },
  ])
  expect(() => remotive.read('{"jobs":{}}', about)).toThrow(Unreadable)
})

test('the board is all or a category', () => {
  for (const typed of [
    'all',
    'https://remotive.com',
    'https://remotive.com/remote-jobs/',
    'remotive.com/api/remote-jobs',
  ])
    expect(remotive.boardOf(typed)).toBe('all')
  for (const typed of [
    'software-dev',
    'https://remotive.com/remote-jobs/software-dev',
    'https://remotive.com/api/remote-jobs?limit=5&category=software-dev',
  ])
    expect(remotive.boardOf(typed)).toBe('software-dev')
  expect(remotive.firstAsk('all').url).toBe('https://remotive.com/api/remote-jobs')
  expect(remotive.firstAsk('software-dev').url).toBe(
    'https://remotive.com/api/remote-jobs?category=software-dev',
  )
  expect(remotive.boardOf('https://remotive.com.example.org/remote-jobs/x')).toBeNull()
})
