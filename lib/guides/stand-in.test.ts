import { describe, expect, test } from 'vitest'
import type { WageNumber } from './oews'
import { type Question, standInFor } from './stand-in'
import { statisticsOf, surveyRow } from './statistics-fixtures'

const wage: WageNumber = {
  of: 'wages',
  name: 'wage-median',
  occupation: '51-3011',
  title: 'Bakers',
  year: 2023,
  value: 34_950,
}
const { survey } = statisticsOf(
  [],
  [
    surveyRow({ year: 2023, 'survey-median': 48_000 }),
    surveyRow({ year: 2024, 'survey-median': 50_000 }),
    surveyRow({ year: 2022, seniority: 'senior', 'survey-median': 51_000 }),
    surveyRow({ year: 2023, seniority: 'senior', 'survey-median': 55_000 }),
    surveyRow({ role: 'miller', 'survey-median': 44_000 }),
  ],
)
const standIns = { wages: new Map([['baker', wage]]), survey }
const median = (given: Partial<Extract<Question, { name: 'salary-median' }>> = {}): Question => ({
  name: 'salary-median',
  role: 'baker',
  country: 'US',
  ...given,
})
const standIn = (question: Question) => standInFor(question, standIns)

describe('what stands in where too few jobs state pay', () => {
  test('the wage of the role where no level is asked', () => {
    expect(standIn(median())).toBe(wage)
    expect(standIn({ name: 'pay-distribution', role: 'baker', country: 'US' })).toBe(wage)
    expect(standIn({ name: 'salary-with', role: 'baker', country: 'US', skill: 'rye' })).toBe(wage)
  })

  test('the survey where a level is asked, of the newest year that has that level', () => {
    expect(standIn(median({ seniority: 'senior' }))).toEqual({
      of: 'survey',
      name: 'survey-median',
      role: 'baker',
      year: 2023,
      seniority: 'senior',
      entries: 40,
      value: 55_000,
    })
  })

  test('the wage where the survey has too few entries of the level', () => {
    expect(standIn(median({ seniority: 'junior' }))).toBe(wage)
  })

  test('the survey for a role without a wage, of all levels where it has not the one asked', () => {
    const miller = { of: 'survey', role: 'miller', seniority: null, value: 44_000 }
    expect(standIn(median({ role: 'miller' }))).toMatchObject(miller)
    expect(standIn(median({ role: 'miller', seniority: 'senior' }))).toMatchObject(miller)
  })

  test('nothing for a role that neither has', () => {
    expect(standIn(median({ role: 'cook' }))).toBeNull()
    expect(standIn(median({ role: 'cook', seniority: 'senior' }))).toBeNull()
  })

  test.each<Question>([
    median({ country: 'DE' }),
    median({ country: 'GB', seniority: 'senior' }),
    { name: 'pay-by-country', role: 'baker' },
  ])('nothing outside of the US: $name $country', (question) => {
    expect(standIn(question)).toBeNull()
  })

  test.each<Question>([
    { name: 'salary-step', role: 'baker', country: 'US', from: 'mid', to: 'senior' },
    { name: 'salary-gap', role: 'baker', country: 'US', against: 'miller' },
    { name: 'open-jobs', role: 'baker', country: 'US' },
    { name: 'share', role: 'baker', country: 'US' },
    { name: 'skills', role: 'baker', seniority: 'senior' },
  ])('nothing in place of what is no amount: $name', (question) => {
    expect(standIn(question)).toBeNull()
  })
})
