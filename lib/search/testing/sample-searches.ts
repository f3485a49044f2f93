import fc from 'fast-check'
import { payPeriods, seniorities, workplaces } from '@/db/values'
import {
  cities,
  companies,
  countries,
  currencies,
  regions,
  roles,
  skills,
  words,
} from '@/lib/jobs/testing/corpus'

/** A keyword query as a structure: alternatives joined by OR, each a list of words or phrases, some with a minus. */
export type SampleWords = { alternatives: { phrase: string[]; not: boolean }[][] }

export type SampleSearch = { pairs: [string, string][]; words: SampleWords | null }

const part = fc.record({
  phrase: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words).map((word) => [word]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 2 }) },
  ),
  not: fc.boolean(),
})

export const sampleWords: fc.Arbitrary<SampleWords> = fc.record({
  alternatives: fc.array(fc.array(part, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
})

/** As somebody types it: `zebra -"cobra tango" OR pixel`. */
export function typed({ alternatives }: SampleWords): string {
  const print = ({ phrase, not }: { phrase: string[]; not: boolean }) =>
    `${not ? '-' : ''}${phrase.length > 1 ? `"${phrase.join(' ')}"` : phrase.join('')}`
  return alternatives.map((parts) => parts.map(print).join(' ')).join(' or ')
}

const facets: Record<string, readonly string[]> = {
  role: roles,
  skill: skills,
  company: companies,
  seniority: seniorities.slice(0, 4),
  type: ['full_time', 'part_time', 'contract'],
  workplace: workplaces,
  country: countries,
  region: regions,
  place: cities,
  from: [...countries, 'worldwide', 'eu'],
  visa: ['offered', 'not_offered'],
  text: ['yes'],
}

const choice = fc.constantFrom(...Object.keys(facets)).chain((key) => {
  const values = key === 'company' ? companies : [...(facets[key] ?? []), 'none']
  const one = fc.constantFrom(...values)
  return fc
    .record({
      any: fc.array(one, { maxLength: 3 }),
      not: fc.array(one, { maxLength: 2 }),
    })
    .map(({ any, not }): [string, string][] => [
      ...any.map((value): [string, string] => [key, value]),
      ...not.map((value): [string, string] => [`not.${key}`, value]),
    ])
})

const pay = fc
  .record({
    pay: fc.option(
      fc.oneof(
        fc.constant('none'),
        fc.integer({ min: 1, max: 40 }).map((n) => String(n * 5000)),
        fc.integer({ min: 1, max: 200_000 }).map(String),
      ),
    ),
    currency: fc.constantFrom(...currencies),
    period: fc.option(fc.constantFrom(...payPeriods)),
    stated: fc.boolean(),
    other: fc.boolean(),
  })
  .map(({ pay, currency, period, stated, other }): [string, string][] => [
    ...(pay
      ? ([
          ['pay', pay],
          ['currency', currency],
        ] as [string, string][])
      : []),
    ...(pay && period ? ([['period', period]] as [string, string][]) : []),
    ...(stated ? ([['not.pay', 'none']] as [string, string][]) : []),
    ...(other ? ([['also.pay', 'other']] as [string, string][]) : []),
  ])

const near = fc
  .record({
    places: fc.uniqueArray(fc.constantFrom(...cities), { minLength: 1, maxLength: 2 }),
    radius: fc.option(fc.constantFrom('10', '25', '50', '100')),
    orRemote: fc.boolean(),
    from: fc.option(fc.constantFrom(...countries, 'none', 'eu'), { freq: 2 }),
  })
  .map(({ places, radius, orRemote, from }): [string, string][] => [
    ...places.map((place): [string, string] => ['place', place]),
    ...(radius ? ([['radius', radius]] as [string, string][]) : []),
    ...(orRemote ? ([['near_or_remote', '1']] as [string, string][]) : []),
    ...(from ? ([['from', from]] as [string, string][]) : []),
  ])

const windows = ['1d', '3d', '7d', '30d']
const time = fc
  .constantFrom('posted', 'seen')
  .chain((key) => fc.constantFrom(...windows).map((value): [string, string][] => [[key, value]]))
const allSkills = fc
  .uniqueArray(fc.constantFrom(...skills), { minLength: 1, maxLength: 2 })
  .map((slugs) => slugs.map((slug): [string, string] => ['skill.all', slug]))

/** Searches with up to four filters and, one time in three, words. */
export const sampleSearch: fc.Arbitrary<SampleSearch> = fc
  .record({
    choices: fc.array(choice, { maxLength: 3 }),
    pay: fc.option(pay, { freq: 2 }),
    time: fc.option(time, { freq: 2 }),
    allSkills: fc.option(allSkills, { freq: 2 }),
    near: fc.option(near, { freq: 2 }),
    sort: fc.option(fc.constantFrom('pay', 'relevance'), { freq: 2 }),
    words: fc.option(sampleWords, { freq: 2 }),
  })
  .map(({ choices, pay, time, allSkills, near, sort, words }) => ({
    pairs: [
      ...choices.flat(),
      ...(pay ?? []),
      ...(time ?? []),
      ...(allSkills ?? []),
      ...(near ?? []),
      ...(sort ? [['sort', sort] as [string, string]] : []),
      ...(words ? [['q', typed(words)] as [string, string]] : []),
    ],
    words,
  }))
