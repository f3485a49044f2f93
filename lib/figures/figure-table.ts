import { csvLine } from '@/lib/csv'
import type { Figure, PayValue, SharesValue, WeeksValue } from './types'

/** The numbers of a figure as a table (RFC 4180), each row with what it rests on. */
export function figureTable(figure: Figure): string {
  const { id, asOf, openings, companies, measure } = figure
  const foot = [openings, companies, asOf, id]
  const [head, rows] = linesOf(measure.of, figure.value)
  const lines = [
    [...head, 'openings_in_all', 'companies', 'as_of', 'figure'],
    ...rows.map((row) => [...row, ...foot]),
  ]
  return lines.map(csvLine).join('')
}

type Line = (string | number | null)[]

function linesOf(of: Figure['measure']['of'], value: unknown): [head: string[], rows: Line[]] {
  switch (of) {
    case 'pay': {
      const { currency, votes, p10, p25, p50, p75, p90 } = value as PayValue
      return [
        ['currency', 'votes', 'p10', 'p25', 'p50', 'p75', 'p90'],
        [[currency, votes, p10, p25, p50, p75, p90]],
      ]
    }
    case 'shares':
      return [
        ['entry', 'name', 'kind', 'openings'],
        (value as SharesValue).entries.map(({ slug, name, kind, openings }) => [slug, name, kind, openings]),
      ]
    case 'weeks':
      return [
        ['week', 'opened', 'closed', 'open'],
        (value as WeeksValue).weeks.map(({ week, opened, closed, open }) => [week, opened, closed, open]),
      ]
    case 'jobs':
      return [[], [[]]]
  }
}
