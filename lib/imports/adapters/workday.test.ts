import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { workday } from './workday'

const board = 'https://demo.wd5.myworkdayjobs.com/Careers'
const ask = workday.firstAsk(board)
const about = { board, ask }
const posting = {
  title: 'Mechanic',
  externalPath: '/job/AUT-Graz/Mechanic_R12-1',
  locationsText: 'AUT Graz',
  postedOn: 'Posted 8 Days Ago',
  bulletFields: ['Works', 'R12'],
}
const list = (jobPostings: unknown[], total: number, more = {}) =>
  JSON.stringify({ total, jobPostings, ...more })

test('a posting in the list is read without what is no place and no date', () => {
  const { jobs, total } = workday.read(
    list(
      [
        posting,
        { ...posting, locationsText: '3 Locations', bulletFields: ['R7'] },
        { ...posting, externalPath: 4 },
      ],
      3,
    ),
    about,
  )
  expect(total).toBe(3)
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'Mechanic_R12-1',
        openingKey: 'R12',
        url: 'https://demo.wd5.myworkdayjobs.com/Careers/job/AUT-Graz/Mechanic_R12-1',
        locations: [{ text: 'AUT Graz' }],
        publishedAt: null,
      },
      detail: {
        url: 'https://demo.wd5.myworkdayjobs.com/wday/cxs/demo/Careers/job/AUT-Graz/Mechanic_R12-1',
        accept: 'json',
      },
    },
    { ok: true, job: { locations: [], openingKey: null } },
    { ok: false, refusal: { field: 'externalPath', value: '4' } },
  ])
})

test('the details of a posting are a page with one job, of the same id', () => {
  const jobPostingInfo = {
    id: '0ce1',
    jobPostingId: 'Mechanic_R12-1',
    jobReqId: 'R12',
    title: 'Mechanic',
    jobDescription: '<p>Engines</p>',
    location: 'AUT Graz',
    additionalLocations: ['AUT Linz'],
    country: { descriptor: 'Austria' },
    remoteType: 'Hybrid',
    timeType: 'Full time',
    startDate: '2026-10-01',
    endDate: '2026-12-01',
    postedOn: 'Posted 8 Days Ago',
    externalUrl: `${board}/job/AUT-Graz/Mechanic_R12-1`,
  }
  const { jobs, next } = workday.read(
    JSON.stringify({ jobPostingInfo, hiringOrganization: { name: '2100 Demo AT' } }),
    about,
  )
  expect(next).toEqual([])
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'Mechanic_R12-1',
        openingKey: 'R12',
        company: null,
        url: 'https://demo.wd5.myworkdayjobs.com/Careers/job/AUT-Graz/Mechanic_R12-1',
        locations: [
          { text: 'AUT Graz', address: { country: 'Austria' } },
          { text: 'AUT Linz', address: null },
        ],
        workplace: 'hybrid',
        employmentType: 'Full time',
        html: '<p>Engines</p>',
        publishedAt: new Date('2026-10-01T00:00:00Z'),
        closesAt: new Date('2026-12-01T23:59:59Z'),
      },
    },
  ])
})

test('pages follow while they are full; later ones need not state the total', () => {
  expect(ask).toEqual({
    url: 'https://demo.wd5.myworkdayjobs.com/wday/cxs/demo/Careers/jobs',
    post: { appliedFacets: {}, limit: 20, offset: 0, searchText: '' },
    accept: 'json',
  })
  const twenty = Array.from({ length: 20 }, () => posting)
  const [second] = workday.read(list(twenty, 41), about).next
  expect(second?.post).toMatchObject({ offset: 20 })
  const later = workday.read(list(twenty, 0), { board, ask: second! })
  expect(later).toMatchObject({ total: null, next: [{ post: { offset: 40 } }] })
  expect(workday.read(list([posting], 0), { board, ask: later.next[0]! }).next).toEqual([])
  expect(workday.read(list(twenty, 20), about).next).toEqual([])
})

test('a site that counts no further than 2,000 tells of more in its filters', () => {
  const facets = [
    {
      facetParameter: 'place',
      values: [
        { descriptor: 'Graz', count: 1900 },
        { descriptor: 'Linz', count: 900 },
      ],
    },
    { facetParameter: 'kind', values: [{ count: 2400 }, { count: 100 }, { values: [] }] },
    { facetParameter: 'rest', values: null },
  ]
  expect(workday.read(list([posting], 2000, { facets }), about).total).toBe(2500)
  expect(workday.read(list([posting], 2000, { facets: 'none' }), about).total).toBe(2000)
})

test('a board is named by the address of its career page', () => {
  for (const typed of [
    board,
    'https://demo.wd5.myworkdayjobs.com/en-US/Careers/job/Graz/Mechanic_R12?q=1',
    'demo.wd5.myworkdayjobs.com/Careers/',
    'https://Demo.wd5.myworkdayjobs.com/wday/cxs/demo/Careers/jobs',
  ])
    expect(workday.boardOf(typed)).toBe(board)
  for (const typed of [
    'demo',
    'https://demo.wd5.myworkdayjobs.com/',
    'https://demo.wd5.myworkdayjobs.com.example.org/Careers',
    'https://demo.wd5.myworkdayjobs.com@example.org/Careers',
  ])
    expect(workday.boardOf(typed)).toBeNull()
  for (const text of ['', '{}', '{"errorCode":"HTTP_404"}'])
    expect(() => workday.read(text, about)).toThrow(Unreadable)
})
