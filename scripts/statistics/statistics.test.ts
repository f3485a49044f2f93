import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { MIN_ENTRIES } from '@/lib/guides/survey'
import { ROOT } from '../board/root'
import { readWages } from './oews'
import { readSurvey } from './salaries'
import { titleRoles } from './title-roles'

type Line = Record<string, string>

const line = (salary: number, given: Line = {}): Line => ({
  work_year: '2023',
  experience_level: 'SE',
  employment_type: 'FT',
  job_title: 'Baker',
  salary: `${salary}`,
  salary_currency: 'USD',
  salary_in_usd: `${salary}`,
  employee_residence: 'US',
  remote_ratio: '0',
  company_location: 'US',
  company_size: 'M',
  ...given,
})
const newest = line(1, { work_year: '2024' })
/** 30 entries: 1,000 to 30,000, in an order that makes no ranges. */
const answers = (given: Line = {}): Line[] =>
  Array.from({ length: MIN_ENTRIES }, (_, i) => line((i + 1) * 1000, given))
const roleOf = (title: string) => (title === 'Baker' ? 'baker' : null)
const rowsOf = (...lines: Line[]) => readSurvey([...lines, newest], roleOf).rows

describe('the survey, out of its table', () => {
  test('percentiles by role, year and level, and of all levels together', () => {
    expect(rowsOf(...answers())).toEqual(
      [null, 'senior'].map((seniority) => ({
        role: 'baker',
        year: 2023,
        seniority,
        entries: 30,
        'survey-p10': 3900,
        'survey-p25': 8250,
        'survey-median': 15_500,
        'survey-p75': 22_750,
        'survey-p90': 27_100,
      })),
    )
  })

  test('one entry below the minimum is no number', () => {
    expect(rowsOf(...answers().slice(1))).toEqual([])
  })

  test('a range is one entry by its middle, and the same one again is not counted', () => {
    const ranges = answers().flatMap(({ salary }) => [line(Number(salary) + 500), line(Number(salary) - 500)])
    const [all] = rowsOf(...ranges, ...ranges)
    expect(all).toMatchObject({ entries: 30, 'survey-median': 15_500 })
  })

  test.each([
    [{ employment_type: 'PT' }],
    [{ salary_currency: 'EUR' }],
    [{ employee_residence: 'CA' }],
    [{ company_location: 'CA' }],
    [{ job_title: 'Alchemist' }],
    [{ work_year: '2024' }],
  ])('%j is left out', (given) => {
    expect(rowsOf(...answers(given))).toEqual([])
  })

  test('a level that is two of ours counts for all levels alone', () => {
    expect(rowsOf(...answers({ experience_level: 'EX' })).map(({ seniority }) => seniority)).toEqual([null])
  })

  test('a line that is no answer stops the build', () => {
    expect(() => rowsOf(line(0))).toThrow()
    expect(() => rowsOf({ work_year: '2023' })).toThrow()
  })
})

test('wages are those of the occupations that guides name; a mark in place of a wage is none', () => {
  const wage = { group: 'detailed', occ_code: '15-1252', occ_title: 'Software Developers', year: '2023' }
  const amounts = {
    a_pct10: '77,020',
    a_pct25: '101,200',
    a_median: '132,270',
    a_pct75: '#',
    a_pct90: '*',
    tot_emp: '10',
  }
  const { rows } = readWages([
    { ...wage, ...amounts },
    { ...wage, ...amounts, group: 'broad' },
    { ...wage, ...amounts, occ_code: '51-3011' },
  ])
  expect(rows).toEqual([
    {
      occupation: '15-1252',
      title: 'Software Developers',
      year: 2023,
      'wage-p10': 77_020,
      'wage-p25': 101_200,
      'wage-median': 132_270,
      'wage-p75': null,
      'wage-p90': null,
      employment: 10,
    },
  ])
})

const data = path.join(ROOT, '../shared/data/pay')
const builds = [
  ['oews.json', 'oews_national_2014_2023.csv.gz', readWages],
  ['salaries.json', 'salaries_ai.csv.gz', (lines: Line[]) => readSurvey(lines, titleRoles())],
] as const

test.skipIf(!existsSync(data)).each(builds)(
  'content/statistics/%s is what the script makes of %s (skipped without ../shared/data)',
  (name, table, read) => {
    const lines: Line[] = parse(gunzipSync(readFileSync(path.join(data, table))), { columns: true })
    const shipped = readFileSync(path.join(ROOT, 'content/statistics', name), 'utf8')
    expect(JSON.parse(shipped)).toEqual(read(lines))
  },
)
