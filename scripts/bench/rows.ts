import { writeFileSync } from 'node:fs'
import type { Timing } from './timing'

/** Times in ms; `p50R` and `p95R` are ratios to the reference of the same run, which machines and loads change far less. */
export type Row = {
  bench: string
  case: string
  jobs: number | null
  connections: number
  p50: number
  p95: number
  p50R: number
  p95R: number
  perSecond: number
  requests: number
}

type Measured = {
  bench: string
  name: string
  jobs: number | null
  connections: number
  timing: Timing
  reference: Timing
}

export function rowOf({ bench, name, jobs, connections, timing, reference }: Measured): Row {
  return {
    bench,
    case: name,
    jobs,
    connections,
    p50: rounded(timing.p50),
    p95: rounded(timing.p95),
    p50R: rounded(timing.p50 / reference.p50),
    p95R: rounded(timing.p95 / reference.p95),
    perSecond: Math.round(timing.perSecond),
    requests: timing.requests,
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

export function table(rows: Row[]): string {
  const lines = rows.map((row) => [
    row.case,
    `${row.connections}`,
    ...[row.p50, row.p95, row.p50R, row.p95R, row.perSecond].map(String),
  ])
  const all = [['case', 'conns', 'p50 ms', 'p95 ms', 'p50 ×ref', 'p95 ×ref', 'per s'], ...lines]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  '),
    )
    .join('\n')
}

/** One object per line. */
export function writeRows(file: string, rows: Row[]): void {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}
