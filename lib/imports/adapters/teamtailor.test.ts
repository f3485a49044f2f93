import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { teamtailor } from './teamtailor'

const about = { board: 'demo', ask: teamtailor.firstAsk('demo') }

test('an item of Teamtailor is read with its markup', () => {
  const item = {
    id: '20fa',
    title: 'Guide',
    url: 'https://demo.teamtailor.com/jobs/7-guide',
    date_published: '2026-10-01T12:00:00+02:00',
    content_html: '<p>Walk</p>',
    _jobposting: {
      '@type': 'JobPosting',
      title: 'Guide',
      identifier: { '@type': 'PropertyValue', name: 'Demo Employer', value: 7 },
      employmentType: 'PART_TIME',
      hiringOrganization: { '@type': 'Organization', name: 'Demo Employer' },
      jobLocation: [
        {
          '@type': 'Place',
          address: {
            streetAddress: 'x',
            addressLocality: 'Malmö',
            addressRegion: 'Sweden',
            addressCountry: 'SE',
          },
        },
        { '@type': 'Place', address: { addressLocality: 'Lund', addressCountry: 'SE' } },
      ],
      validThrough: '2026-12-01',
    },
  }
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Demo',
    items: [item, { ...item, id: {} }],
    next_url: 'https://demo.teamtailor.com/jobs.json?page=2',
  }
  const { jobs, next } = teamtailor.read(JSON.stringify(feed), about)
  expect(next).toHaveLength(1)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '20fa',
        company: 'Demo Employer',
        locations: [
          { text: null, address: { locality: 'Malmö', region: 'Sweden', country: 'SE' } },
          { text: null, address: { locality: 'Lund', region: null, country: 'SE' } },
        ],
        employmentType: 'PART_TIME',
        html: '<p>Walk</p>',
        publishedAt: new Date('2026-10-01T10:00:00Z'),
        closesAt: new Date('2026-12-01T23:59:59Z'),
      },
    },
    { ok: false, refusal: { field: 'id', value: '{}' } },
  ])
  expect(() => teamtailor.read('<html>', about)).toThrow(Unreadable)
})

test('a board is the name before the domain', () => {
  for (const typed of ['acme', 'https://acme.teamtailor.com/jobs/7-guide', 'acme.teamtailor.com'])
    expect(teamtailor.boardOf(typed)).toBe('acme')
  expect(teamtailor.firstAsk('acme').url).toBe('https://acme.teamtailor.com/jobs.json')
  expect(teamtailor.boardOf('https://acme.teamtailor.com.example.org')).toBeNull()
  expect(teamtailor.boardOf('https://careers.example.org/jobs')).toBeNull()
})
