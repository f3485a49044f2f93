import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { jsonFeed } from './json-feed'

const board = 'https://example.org/jobs.json'
const ask = jsonFeed.firstAsk(board)
const about = { board, ask }
const feed = (items: unknown[], more = {}) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Jobs', items, ...more })
const item = { id: 'a', url: 'https://example.org/a', title: 'Cook', date_published: '2026-10-01T10:00:00Z' }

test('an item is read with its text, as HTML or plain', () => {
  const { jobs } = jsonFeed.read(
    feed([
      { ...item, content_html: '<p>R&amp;D</p>', content_text: 'R&D' },
      { ...item, content_text: 'a < b\nc\n\nd' },
      { ...item, id: 5, title: undefined },
      { ...item, id: null },
    ]),
    about,
  )
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: { externalId: 'a', html: '<p>R&amp;D</p>', publishedAt: new Date('2026-10-01T10:00:00Z') },
    },
    { ok: true, job: { html: '<p>a &lt; b<br>c</p><p>d</p>' } },
    { ok: false, refusal: { externalId: '5', field: 'title' } },
    { ok: false, refusal: { field: 'id', value: 'null' } },
  ])
})

test('what a board adds in `_jobs`, `_waypost` or `_jobposting` is read', () => {
  const added = {
    company: { name: 'Demo Employer', slug: 'demo' },
    places: ['Graz, Austria'],
    locationStated: 'Graz',
    workplace: 'hybrid',
    employmentType: 'full_time',
    seniority: null,
    eligibility: null,
    eligibleFrom: null,
    pay: { min: 3000, max: null, currency: 'EUR', period: 'month' },
    skills: [{ slug: 'knives', name: 'Knives' }, 'Fire'],
  }
  const markup = {
    '@type': 'JobPosting',
    hiringOrganization: { name: 'Demo Employer' },
    jobLocationType: 'TELECOMMUTE',
    description: '<p>Markup</p>',
  }
  const expected = {
    company: 'Demo Employer',
    locations: [{ text: 'Graz' }],
    workplace: 'hybrid',
    employmentType: 'full_time',
    pay: [{ min: 3000, max: null, currency: 'EUR', period: 'month' }],
    skills: ['Knives', 'Fire'],
  }
  expect(
    jsonFeed.read(
      feed([
        { ...item, _jobs: added },
        { ...item, _waypost: added },
        { ...item, _jobposting: markup },
      ]),
      about,
    ).jobs,
  ).toMatchObject([
    { job: expected },
    { job: expected },
    { job: { company: 'Demo Employer', workplace: 'remote', html: '<p>Markup</p>' } },
  ])
})

test('an extension of another kind does not spoil the item', () => {
  expect(jsonFeed.read(feed([{ ...item, _jobs: { location: { city: 'Graz' } } }]), about).jobs).toMatchObject(
    [{ ok: true, job: { locations: [] } }],
  )
})

test('a feed goes on at its own host only', () => {
  const next = (next_url: unknown, from: typeof ask | null = ask) =>
    jsonFeed.read(feed([], { next_url }), { board, ask: from }).next
  expect(next('https://example.org/jobs.json?page=2')).toEqual([
    { url: 'https://example.org/jobs.json?page=2', accept: 'json' },
  ])
  expect(next('/jobs.json?page=2')).toHaveLength(1)
  for (const url of ['https://example.net/jobs.json', 'http://example.org/2', board, 'javascript:x', null])
    expect(next(url)).toEqual([])
  expect(next('https://example.org/2', null)).toEqual([])
})

test('what is no JSON Feed is unreadable', () => {
  for (const text of [
    '',
    '[]',
    '{"items":[]}',
    '{"version":"2","items":[]}',
    feed([]).replace('"items":[]', '"items":3'),
  ])
    expect(() => jsonFeed.read(text, about)).toThrow(Unreadable)
  expect(jsonFeed.boardOf('acme')).toBeNull()
})
