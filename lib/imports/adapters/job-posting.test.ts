import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { jobPosting } from './job-posting'

const board = 'https://example.org/careers/'
const about = { board, ask: null }
const script = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
const page = (...values: unknown[]) =>
  `<!doctype html><html><head>${values.map(script).join('')}</head><body><p>JobPosting<script>var a = '{"@type":"JobPosting"}'</script></body></html>`
const read = (...values: unknown[]) => jobPosting.read(page(...values), about).jobs
const job = {
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Welder',
  description: '<p>Steel &amp; fire</p>',
  url: '/jobs/7',
  identifier: { '@type': 'PropertyValue', name: 'Demo Employer', value: 7 },
  datePosted: '2026-10-01',
  validThrough: '2026-12-01T12:00:00+01:00',
  employmentType: ['FULL_TIME', 'CONTRACTOR'],
  hiringOrganization: { '@type': 'Organization', name: 'Demo Employer' },
  jobLocation: {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      addressLocality: 'Graz',
      addressCountry: { '@type': 'Country', name: 'Austria' },
    },
  },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { '@type': 'QuantitativeValue', minValue: 20, maxValue: '25.50', unitText: 'HOUR' },
  },
  skills: 'MIG, TIG',
}

test('the markup of a page is read as a job', () => {
  expect(read(job)).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '7',
        company: 'Demo Employer',
        title: 'Welder',
        url: 'https://example.org/jobs/7',
        locations: [{ text: null, address: { locality: 'Graz', region: null, country: 'Austria' } }],
        workplace: null,
        employmentType: 'FULL_TIME, CONTRACTOR',
        html: '<p>Steel &amp; fire</p>',
        pay: [{ min: 20, max: 25.5, currency: 'EUR', period: 'hour' }],
        skills: ['MIG', 'TIG'],
        publishedAt: new Date('2026-10-01T00:00:00Z'),
        closesAt: new Date('2026-12-01T11:00:00Z'),
      },
    },
  ])
})

test('several of a page are found, in lists, graphs and lists of items; what is no JSON is passed over', () => {
  const named = (title: string) => ({ ...job, title })
  const jobs = read(
    '{ "@type": "JobPosting", ',
    { '@graph': [{ '@type': 'Organization' }, named('A')] },
    [named('B'), [{ ...named('C'), '@type': ['http://schema.org/JobPosting'] }]],
    { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: named('D') }] },
    `\n${JSON.stringify(named('E')).replace('Steel', 'Ste\nel')}\n`,
  )
  expect(jobs.map((one) => one.ok && one.job.title)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test.each([
  [
    'one value',
    { currency: 'EUR', value: { value: 50_000, unitText: 'YEAR' } },
    [{ min: 50_000, max: 50_000, period: 'year' }],
  ],
  [
    'only a minimum',
    { currency: 'EUR', value: { minValue: 900, unitText: 'WEEK' } },
    [{ min: 900, max: null, period: 'week' }],
  ],
  [
    'numbers in the amount itself',
    { currency: 'EUR', minValue: 3000, maxValue: 4000, unitText: 'MONTH' },
    [{ min: 3000, max: 4000, period: 'month' }],
  ],
  [
    'a number as value',
    { currency: 'EUR', value: '200', unitText: 'DAY' },
    [{ min: 200, max: 200, period: 'day' }],
  ],
  ['a number alone, whose period is not stated', 50_000, []],
  ['no currency', { value: { value: 1, unitText: 'YEAR' } }, []],
  ['a wrong type', { currency: 4, value: [] }, []],
])('a salary of %s', (_name, baseSalary, pay) => {
  expect(read({ ...job, baseSalary })).toMatchObject([{ ok: true, job: { pay } }])
})

test('a sentence as salary is kept as a sentence', () => {
  expect(read({ ...job, baseSalary: '€20 an hour' })).toMatchObject([
    { job: { pay: [], payText: '€20 an hour' } },
  ])
})

test('a remote job says from where', () => {
  const remote = {
    ...job,
    jobLocation: undefined,
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: [{ '@type': 'Country', name: 'Peru' }, 'Chile'],
    identifier: undefined,
  }
  expect(read(remote)).toMatchObject([
    {
      job: {
        externalId: 'https://example.org/jobs/7',
        workplace: 'remote',
        eligibleFrom: ['Peru', 'Chile'],
        locations: [],
      },
    },
  ])
})

test('without an address the page is the address; without a title the job is refused', () => {
  const bare = { '@type': 'JobPosting', title: 'Cook', jobLocation: 'Graz' }
  expect(read(bare, { ...bare, title: 3 }, { '@type': 'JobPosting' })).toMatchObject([
    { ok: true, job: { externalId: board, url: board, locations: [{ text: 'Graz' }] } },
    { ok: false, refusal: { title: '3', field: 'title', value: '3' } },
    { ok: false, refusal: { field: 'title' } },
  ])
})

test('a page without a JobPosting is unreadable, not a board without jobs', () => {
  for (const text of ['', '<p>No jobs</p>', page({ '@type': 'Organization' }), '{}', '[1]'])
    expect(() => jobPosting.read(text, about)).toThrow(Unreadable)
  expect(() => jobPosting.read('<div>'.repeat(100_000), about)).toThrow(Unreadable)
  expect(jobPosting.read(JSON.stringify(job), about).jobs).toHaveLength(1)
  expect(jobPosting.firstAsk(board)).toEqual({ url: board, accept: 'html' })
})
