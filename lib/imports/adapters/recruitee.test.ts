import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { recruitee } from './recruitee'

const about = { board: 'demo', ask: null }
const offer = {
  id: 7,
  title: 'Baker',
  careers_url: 'https://jobs.example.org/o/baker',
  careers_apply_url: 'https://jobs.example.org/o/baker/c/new',
  company_name: 'Demo Employer',
  department: 'Bakery',
  employment_type_code: 'fulltime_permanent',
  experience_code: 'mid_level',
  location: 'Bonn, Germany',
  city: 'Bonn',
  country: 'Germany',
  locations: [{ name: 'Bonn/Remote', city: 'Bonn', state: null, country: 'Germany' }],
  remote: false,
  hybrid: true,
  on_site: false,
  description: '<p>Bread</p>',
  requirements: '<p>Early</p>',
  salary: { min: '2500', max: null, currency: 'EUR', period: 'month' },
  published_at: '2026-10-01 10:00:00 UTC',
  close_at: '2026-12-01',
}
const read = (...offers: unknown[]) => recruitee.read(JSON.stringify({ offers }), about).jobs

test('an offer of Recruitee is read with description and requirements', () => {
  expect(read(offer)).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '7',
        company: 'Demo Employer',
        locations: [{ text: 'Bonn/Remote', address: { locality: 'Bonn', country: 'Germany' } }],
        workplace: 'hybrid',
        html: '<p>Bread</p><p>Early</p>',
        pay: [{ min: 2500, max: null, currency: 'EUR', period: 'month' }],
        publishedAt: new Date('2026-10-01T10:00:00Z'),
        closesAt: new Date('2026-12-01T23:59:59Z'),
      },
    },
  ])
})

test('several ways of work are a choice; no salary is no pay; the place stands in for the list of places', () => {
  const none = { ...offer, hybrid: null, on_site: undefined, locations: [], salary: { min: '', max: null } }
  expect(read({ ...offer, remote: true }, none, { ...offer, id: null })).toMatchObject([
    { job: { workplace: null } },
    { job: { workplace: null, pay: [], locations: [{ text: 'Bonn, Germany' }] } },
    { ok: false, refusal: { field: 'id', value: 'null' } },
  ])
  expect(() => recruitee.read('{"error":"not found"}', about)).toThrow(Unreadable)
})

test('a board is the name before the domain', () => {
  for (const typed of ['acme', 'Acme', 'https://acme.recruitee.com/o/baker', 'acme.recruitee.com'])
    expect(recruitee.boardOf(typed)).toBe('acme')
  for (const typed of [
    'https://acme.recruitee.com.example.org/',
    'https://example.org/acme.recruitee.com',
    'https://recruitee.com',
    'a b',
    'https://a.b.recruitee.com/',
  ])
    expect(recruitee.boardOf(typed)).toBeNull()
  expect(recruitee.firstAsk('acme').url).toBe('https://acme.recruitee.com/api/offers/')
})
