import { writeFileSync } from 'node:fs'
import type { Fact, Result } from './result'
import { rounded } from './result'

/** What is printed while it is measured. */
export function lineOf({
  jobs,
  layer,
  work,
  case: name,
  clients,
  p50,
  p95,
  reference,
  n,
  errors,
  perSecond,
}: Result): string {
  const times = `${p50} / ${p95} ms`.padStart(18)
  const ratios = `${rounded(p50 / reference)} / ${rounded(p95 / reference)} R`.padStart(18)
  const failed = errors > 0 ? `, ${errors} errors` : ''
  return `${String(jobs).padStart(8)} ${layer.padEnd(6)} ${work.padEnd(6)} ${name.padEnd(32)} ${clients}: ${times} ${ratios}  n=${n}, ${Math.round(perSecond)}/s${failed}`
}

/** One object per line. */
export function writeLines(file: string, lines: readonly (Result | Fact)[]): void {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
