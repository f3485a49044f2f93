import { keptId, type ReadJob, readJob, Unreadable } from '../adapter'
import type { JobFields } from '../shape'
import type { Column, ColumnMapping } from './csv-columns'
import { dateOf, endOf } from './dates'
import { htmlOfText } from './html'
import { tierOf } from './pay'
import { placeOf } from './places'
import { wordsIn } from './word-lists'

/** What the parser tells of a row; `lines` is where it stands after it. */
export type Row = { record: string[]; info: { lines: number } }

type Cells = Partial<Record<Column, string>>

/** `line` is where the row begins, counted from 1 with the header. */
export type ReadRow = ReadJob & { line: number }

export function rowReader(header: readonly string[], mapping: ColumnMapping): (row: Row) => ReadRow {
  const names = header.map((cell) => cell.trim())
  const positions = Object.entries(mapping).map(([column, name]) => {
    const position = names.indexOf(name.trim())
    if (position === -1) throw new Unreadable(`has no column “${name}”: ${shownHeader(header)}`)
    return [column, position] as const
  })
  // Within quotes the parser counts CR and LF as a line each, in all rows so far.
  let countedTwice = pairsIn(header)
  return ({ record, info }) => {
    countedTwice += pairsIn(record)
    const line = info.lines - countedTwice - lineEndsIn(record)
    const cells: Cells = Object.fromEntries(
      positions.map(([column, position]) => [column, record[position]?.trim() ?? '']),
    )
    if (record.length !== header.length) {
      const refusal = wrongLength(line, record.length, header.length)
      return { ok: false, line, refusal: { ...refusal, externalId: keptId(externalIdOf(cells)) } }
    }
    const read = readJob(fieldsOf(cells))
    if (read.ok) return { ...read, line }
    return { ok: false, line, refusal: { ...read.refusal, field: `line ${line}, ${read.refusal.field}` } }
  }
}

export function shownHeader(header: readonly string[]): string {
  return `its header is “${header.join(', ').slice(0, 200)}”`
}

function pairsIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\r\n').length - 1, 0)
}

function lineEndsIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

function wrongLength(line: number, cells: number, columns: number) {
  return {
    title: null,
    field: `line ${line}`,
    value: `${cells} cells`,
    reason: `the header has ${columns}`,
  }
}

/** In a row of another length it may be another cell, which is the id of no job. */
function externalIdOf({ externalId, url }: Cells): string {
  return externalId || url || ''
}

function fieldsOf(cells: Cells): JobFields {
  const text = cells.text ?? ''
  return {
    externalId: externalIdOf(cells),
    openingKey: null,
    company: cells.company ?? null,
    title: cells.title ?? '',
    url: cells.url ?? '',
    applyUrl: cells.applyUrl || null,
    locations: placeOf(cells.location),
    workplace: workplaceOf(cells.workplace),
    employmentType: cells.employmentType ?? null,
    seniority: cells.seniority ?? null,
    department: cells.department ?? null,
    html: /<\/?(?:p|br|ul|ol|li|div|h[1-6]|strong|b|em|i|a|span)\b[^>]*>/i.test(text)
      ? text
      : htmlOfText(text),
    pay: tierOf({
      min: cells.payMin,
      max: cells.payMax,
      currency: cells.payCurrency,
      period: cells.payPeriod,
    }),
    payText: null,
    skills: wordsIn(cells.skills),
    publishedAt: dateOf(cells.publishedAt),
    closesAt: endOf(cells.closesAt),
  }
}

/** Exactly these words: a cell is typed by anybody, and "remote possible" is not remote. */
function workplaceOf(cell: string | undefined): JobFields['workplace'] {
  const word = cell?.toLowerCase()
  if (word === 'on-site') return 'onsite'
  return word === 'remote' || word === 'hybrid' || word === 'onsite' ? word : null
}
