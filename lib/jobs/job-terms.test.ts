import { expect, test } from 'vitest'
import { codeOf, workplaces } from '@/db/values'
import { jobTerms, type SearchFacts } from './job-terms'
import { lexemeOf } from './terms'

const silent: SearchFacts = {
  companyId: 71,
  roleId: 0,
  seniority: 0,
  workplace: 0,
  employmentType: 0,
  countries: [],
  regions: [],
  cities: [],
  skills: [],
  eligibility: [],
  worldwide: false,
  hasText: false,
  visa: 0,
  annualMax: null,
  payCurrency: null,
  payImplausible: false,
  firstPublishedAt: new Date('2026-11-20T00:00:00Z'),
}
const lexemes = (facts: Partial<SearchFacts>) => jobTerms({ ...silent, ...facts }).map(lexemeOf)
const payOf = (facts: Partial<SearchFacts>) => lexemes(facts).filter((word) => /^(pb|cu)_/.test(word))

test('a job that says nothing says so for every facet', () => {
  expect(lexemes({})).toEqual([
    'r_0',
    's_0',
    'w_0',
    't_0',
    'co_71',
    'c_0',
    'rg_0',
    'p_0',
    'k_0',
    'pb_0',
    'tx_0',
    'v_0',
    'wk_2968',
  ])
})

test('pay has every rung that its top reaches, in its own currency', () => {
  expect(payOf({ annualMax: 2_499_999n, payCurrency: 'USD' })).toEqual([
    'cu_13992',
    'pb_10',
    'pb_15',
    'pb_20',
  ])
  expect(payOf({ annualMax: 2_500_000n, payCurrency: 'USD' }).at(-1)).toBe('pb_25')
  expect(payOf({ annualMax: 20_000n, payCurrency: 'JPY' }).at(-1)).toBe('pb_20')
  expect(payOf({ annualMax: 900_000n, payCurrency: 'USD' })).toEqual(['cu_13992'])
})

test('implausible pay is pay not stated, and can be told apart', () => {
  expect(payOf({ payImplausible: true })).toEqual(['pb_0', 'pb_2'])
})

test('only remote jobs say from where they may be done', () => {
  const remote = codeOf(workplaces, 'remote')
  const eligible = (facts: Partial<SearchFacts>) => lexemes(facts).filter((word) => word.startsWith('re_'))
  expect(eligible({ eligibility: [5], worldwide: true })).toEqual([])
  expect(eligible({ workplace: remote })).toEqual(['re_0'])
  expect(eligible({ workplace: remote, eligibility: [5, 9] })).toEqual(['re_5', 're_9'])
  expect(eligible({ workplace: remote, worldwide: true })).toEqual(['re_ww'])
})
