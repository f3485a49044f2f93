import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../board/root'
import { asMarkdown, type Table } from './report'

const FILE = path.join(ROOT, 'bench', 'results.md')
const HEADING = '## Search'

/** Writes the section of the search in `bench/results.md`, in the place of the last one. */
export function writeMarkdown(tables: readonly Table[], about: string): void {
  const before = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Results\n'
  writeFileSync(FILE, withSection(before, [HEADING, '', about, '', ...tables.map(asMarkdown)].join('\n')))
}

export function withSection(text: string, section: string): string {
  const start = text.search(/^## Search$/m)
  if (start < 0) return `${text.trimEnd()}\n\n${section.trimEnd()}\n`
  const next = text.slice(start + 1).search(/^## /m)
  const rest = next < 0 ? '' : `\n${text.slice(start + 1 + next)}`
  return `${text.slice(0, start)}${section.trimEnd()}\n${rest}`
}
