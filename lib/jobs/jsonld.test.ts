import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { employmentTypes } from '@/db/values'
import { countryCodes } from './countries'
import { hostile } from './hostile-fixtures'
import { jobPosting, jsonLdScript, type PostingFacts } from './jsonld'

const berlin = { city: 'Berlin', region: 'Berlin', countryCode: 'DE' }

const job = (facts: Partial<PostingFacts> = {}): PostingFacts => ({
  publicId: 'abcdefghijklmnopqrstuvwxyz',
  href: '/jobs/baker-abcdefghijklmnopqrstuvwxyz',
  state: 'published',
  isDemo: false,
  title: 'Baker',
  text: '## Tasks\n\n- bake',
  company: { name: 'Nord Bakery', website: 'https://example.org/' },
  addresses: [berlin],
  workplace: 'onsite',
  eligibleWorldwide: false,
  eligibleCountries: [],
  employmentType: 'full_time',
  pay: null,
  payImplausible: false,
  firstPublishedAt: '2026-03-01T10:00:00.000Z',
  closesAt: '2026-04-30T10:00:00.000Z',
  ...facts,
})
const posting = (facts: Partial<PostingFacts> = {}) => jobPosting(job(facts), 'https://board.example')

test('an open job says what it is, where, who hires, since and until when', () => {
  expect(posting()).toEqual({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Baker',
    description: '<h2>Tasks</h2>\n<ul>\n<li>bake</li>\n</ul>',
    url: 'https://board.example/jobs/baker-abcdefghijklmnopqrstuvwxyz',
    datePosted: '2026-03-01T10:00:00.000Z',
    validThrough: '2026-04-30T10:00:00.000Z',
    hiringOrganization: { '@type': 'Organization', name: 'Nord Bakery', sameAs: 'https://example.org/' },
    identifier: { '@type': 'PropertyValue', name: 'Nord Bakery', value: 'abcdefghijklmnopqrstuvwxyz' },
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressLocality: 'Berlin',
        addressRegion: 'Berlin',
        addressCountry: 'DE',
      },
    },
    employmentType: 'FULL_TIME',
    directApply: false,
  })
})

test.each<[string, Partial<PostingFacts>]>([
  ['a draft', { state: 'draft' }],
  ['a held job', { state: 'held' }],
  ['a closed job', { state: 'closed' }],
  ['a demo job', { isDemo: true }],
  ['a job without text', { text: '  ' }],
  ['a job that is nowhere', { addresses: [] }],
  ['a remote job that says neither where nor from where', { workplace: 'remote', addresses: [] }],
])('%s has no markup', (_name, facts) => {
  expect(posting(facts)).toBeNull()
})

describe('remote', () => {
  test('without a place it carries TELECOMMUTE and the countries by their names', () => {
    const markup = posting({ workplace: 'remote', addresses: [], eligibleCountries: ['DE', 'US'] })
    expect(markup).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [
        { '@type': 'Country', name: 'Germany' },
        { '@type': 'Country', name: 'United States' },
      ],
    })
    expect(markup).not.toHaveProperty('jobLocation')
  })

  test('worldwide names every country and nothing that is none', () => {
    const markup = posting({ workplace: 'remote', addresses: [], eligibleWorldwide: true })!
    const names = (markup.applicantLocationRequirements as { name: string }[]).map((country) => country.name)
    expect(new Set(names).size).toBe(249)
    expect(countryCodes.length).toBe(249)
    for (const name of names)
      expect(name).not.toMatch(/^(worldwide|world|europe|eu|european union|[A-Z]{2})$/i)
  })

  test('with a place it keeps both', () => {
    expect(posting({ workplace: 'remote', eligibleCountries: ['DE'] })).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { name: 'Germany' },
      jobLocation: { '@type': 'Place' },
    })
  })

  test.each(['hybrid', 'onsite', null] as const)(
    '%s is never TELECOMMUTE, whatever else it states',
    (workplace) => {
      const markup = posting({ workplace, eligibleWorldwide: true, eligibleCountries: ['DE'] })
      expect(markup).not.toHaveProperty('jobLocationType')
      expect(markup).not.toHaveProperty('applicantLocationRequirements')
    },
  )
})

test('several places are all there', () => {
  const markup = posting({ addresses: [berlin, { city: null, region: null, countryCode: 'FR' }] })
  expect(markup?.jobLocation).toEqual([
    expect.objectContaining({ '@type': 'Place' }),
    { '@type': 'Place', address: { '@type': 'PostalAddress', addressCountry: 'FR' } },
  ])
})

describe('pay is as stated', () => {
  const base = { currency: 'EUR', period: 'year' as const }
  const salary = (pay: PostingFacts['pay'], payImplausible = false) =>
    posting({ pay, payImplausible })?.baseSalary

  test('a range, in its own currency and period', () => {
    expect(salary({ min: 24.5, max: 30, currency: 'CHF', period: 'hour' })).toEqual({
      '@type': 'MonetaryAmount',
      currency: 'CHF',
      value: { '@type': 'QuantitativeValue', minValue: 24.5, maxValue: 30, unitText: 'HOUR' },
    })
  })

  test('one amount, a floor, a ceiling', () => {
    expect(salary({ ...base, min: 5, max: 5 })).toMatchObject({ value: { value: 5, unitText: 'YEAR' } })
    expect(salary({ ...base, min: 5, max: null })).toMatchObject({ value: { minValue: 5 } })
    expect(salary({ ...base, min: null, max: 5 })).toMatchObject({ value: { maxValue: 5 } })
  })

  test('a one-off sum, senseless pay and no pay give no baseSalary', () => {
    expect(salary({ min: 5000, max: 5000, currency: 'EUR', period: null })).toBeUndefined()
    expect(salary({ ...base, min: 200, max: 275_000 }, true)).toBeUndefined()
    expect(salary(null)).toBeUndefined()
    expect(salary({ ...base, min: null, max: null })).toBeUndefined()
  })
})

test('one employment type in, one out; not stated is left out', () => {
  const out = employmentTypes.map((employmentType) => posting({ employmentType })?.employmentType)
  expect(out).toEqual(['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER'])
  expect(posting({ employmentType: null })).not.toHaveProperty('employmentType')
})

test('nothing that Google retired or that the board estimated is in it', () => {
  const json = JSON.stringify(posting({ pay: { min: 5, max: 6, currency: 'EUR', period: 'month' } }))
  expect(json).not.toMatch(/estimatedSalary|OccupationAggregation|"Occupation"|annual/i)
})

test('no title, name or text ends the script, and the JSON parses to what went in (B26)', () => {
  const words = fc.oneof(
    fc.constantFrom(...hostile, '</script>', '<!--', ']]>', '\u2028'),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(words, words, (title, name) => {
      const value = posting({ title, company: { name, website: null } })
      const script = jsonLdScript(value)
      expect(script).not.toMatch(/</)
      expect(JSON.parse(script)).toEqual(value)
    }),
  )
})
