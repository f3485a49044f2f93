import { execFileSync } from 'node:child_process'
import os from 'node:os'
import { percentile } from '../timing'
import { type BarLine, barLines, thousands } from './bars'
import { type Fact, layers, type Result, rounded } from './result'

export type Table = { title: string; head: string[]; rows: string[][] }

/** Everything that is printed, in the order of printing. */
export function tablesOf(results: readonly Result[], facts: readonly Fact[]): Table[] {
  const sizes = [...new Set(results.map((one) => one.jobs))].sort((a, b) => a - b)
  const cells = sizes.flatMap((jobs) =>
    layers.flatMap((layer) => {
      const here = results.filter((one) => one.jobs === jobs && one.layer === layer)
      return here.length > 0 ? cellTable(`${thousands(jobs)} jobs, ${layer}`, here) : []
    }),
  )
  return [barTable(barLines(results, facts)), ...growthTables(results, sizes), ...factTables(facts), ...cells]
}

function barTable(lines: readonly BarLine[]): Table {
  const verdict = ({ isReached }: BarLine) =>
    isReached === null ? '-' : isReached ? 'reached' : 'not reached'
  return {
    title: 'The bars of issue 3',
    head: ['bar', 'to reach', 'seen', '', 'worst case, or clients: p50/p95 ms'],
    rows: lines.map((line) => [line.bar, line.wanted, line.seen, verdict(line), line.where]),
  }
}

/** One line for each case, its two or three numbers of clients beside each other. */
function cellTable(title: string, results: readonly Result[]): Table {
  const clients = [...new Set(results.map((one) => one.clients))].sort((a, b) => a - b)
  const names = [...new Set(results.map((one) => `${one.case} · ${one.work}`))]
  const rows = names.map((name) => [
    name,
    ...clients.flatMap((count) => {
      const found = results.find((one) => `${one.case} · ${one.work}` === name && one.clients === count)
      return found ? cellOf(found) : ['', '', '', '']
    }),
  ])
  rows.unshift(['R, median of all cells', ...clients.flatMap((count) => referenceOf(results, count))])
  const head = clients.flatMap((count) => [`${count}: p50`, 'p95', 'p50/R', 'p95/R'])
  return { title, head: ['case · work', ...head], rows }
}

/** How quiet the machine was: on an idle one the p95 of R is about twice its p50. */
function referenceOf(results: readonly Result[], clients: number): string[] {
  const here = results.filter((one) => one.clients === clients)
  const median = (times: number[]) => percentile(times, 50)
  const [p50, p95] = [median(here.map((one) => one.reference)), median(here.map((one) => one.referenceP95))]
  return [String(p50), String(p95), '1', String(rounded(p95 / p50))]
}

function cellOf({ p50, p95, reference, n, errors }: Result): string[] {
  const few = n < 100 ? ` n=${n}` : ''
  const failed = errors > 0 ? ` ${errors} errors` : ''
  return [
    String(p50),
    `${p95}${few}${failed}`,
    String(rounded(p50 / reference)),
    String(rounded(p95 / reference)),
  ]
}

function growthTables(results: readonly Result[], sizes: readonly number[]): Table[] {
  if (sizes.length < 2) return []
  return layers.flatMap((layer) => {
    const here = results.filter((one) => one.layer === layer && one.clients === 1)
    const names = [...new Set(here.map((one) => `${one.case} · ${one.work}`))]
    const rows = names.map((name) => {
      const found = sizes.map((jobs) =>
        here.find((one) => one.jobs === jobs && `${one.case} · ${one.work}` === name),
      )
      const [first, last] = [found[0], found.at(-1)]
      const growth =
        first && last ? `${rounded(last.p50 / last.reference / (first.p50 / first.reference))}x` : ''
      return [name, ...found.map((one) => (one ? String(one.p50) : '')), growth]
    })
    const head = ['case · work', ...sizes.map((jobs) => `${thousands(jobs)}: p50 ms`), 'growth in R']
    return rows.length > 0 ? { title: `Growth, ${layer}, one client`, head, rows } : []
  })
}

function factTables(facts: readonly Fact[]): Table[] {
  if (facts.length === 0) return []
  const sizes = [...new Set(facts.map((one) => one.jobs))].sort((a, b) => a - b)
  const rows = [...new Set(facts.map((one) => one.fact))].map((name) => [
    name,
    ...sizes.map((jobs) => {
      const found = facts.find((one) => one.jobs === jobs && one.fact === name)
      return found ? `${found.value} ${found.unit}`.trim() : ''
    }),
  ])
  return [{ title: 'Memory, start, requests', head: ['', ...sizes.map(thousands)], rows }]
}

export function asText({ title, head, rows }: Table): string {
  const all = [head, ...rows]
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  return [`\n${title}`, ...all.map(line)].join('\n')
}

export function asMarkdown({ title, head, rows }: Table): string {
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

export function machineLine(postgres: string, loadBefore: number): string {
  const memory = Math.round(os.totalmem() / 2 ** 30)
  const cores = os.cpus()
  return `${cores.length} cores (${cores[0]?.model.trim()}), ${memory} GB, Node ${process.versions.node}, PostgreSQL ${postgres}, load average ${loadBefore.toFixed(1)} before the run, commit ${commit()}`
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
