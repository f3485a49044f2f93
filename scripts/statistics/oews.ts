import { type Wages, wageNames, wagesFile } from '@/lib/guides/oews'

/** By the Standard Occupational Classification of 2018, and those of its predecessor until 2018 that became them. */
const OCCUPATIONS = /^15-(124[1-5]|125[1-7]|1299|113[1-4]|114[1-3]|1199)$/

const columns = {
  'wage-p10': 'a_pct10',
  'wage-p25': 'a_pct25',
  'wage-median': 'a_median',
  'wage-p75': 'a_pct75',
  'wage-p90': 'a_pct90',
  employment: 'tot_emp',
} as const satisfies Record<(typeof wageNames)[number], string>

/** The occupations that guides name, out of the national table of all of them. */
export function readWages(lines: readonly Record<string, string>[]): Wages {
  const rows = lines
    .filter((line) => line.group === 'detailed' && OCCUPATIONS.test(line.occ_code ?? ''))
    .map((line) => ({
      occupation: line.occ_code,
      title: line.occ_title,
      year: Number(line.year),
      ...Object.fromEntries(wageNames.map((name) => [name, amountIn(line[columns[name]])])),
    }))
    .sort((a, b) => `${a.occupation} ${a.year}`.localeCompare(`${b.occupation} ${b.year}`))
  return wagesFile.parse({
    source: 'Occupational Employment and Wage Statistics, US Bureau of Labor Statistics, May of each year',
    url: 'https://www.bls.gov/oes/tables.htm',
    licence: 'public domain',
    rows,
  })
}

/** `#` stands for a wage above what the bureau prints, `*` and `**` for none. */
function amountIn(text: string | undefined): number | null {
  const value = Number(text?.replaceAll(',', ''))
  return Number.isInteger(value) && value > 0 ? value : null
}
