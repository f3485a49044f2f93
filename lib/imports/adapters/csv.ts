import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { type Adapter, type ReadJob, readJob, Unreadable } from '../adapter'
import type { JobFields } from '../shape'
import { feedAddress } from './board-address'
import { type Column, type ColumnMapping, guessColumns } from './csv-columns'
import { dateOf, endOf } from './dates'
import { htmlOfText } from './html'
import { tierOf } from './pay'
import { placeOf } from './places'
import { wordsIn } from './word-lists'

// https://www.rfc-editor.org/rfc/rfc4180, with the delimiters that spreadsheets write

/** `line` is where the row begins, counted from 1 with the header. */
export type ReadRow = ReadJob & { line: number }

export const csv: Adapter = {
  name: 'csv',
  label: 'CSV',
  example: 'https://example.org/jobs.csv',
  boardOf: feedAddress,
  firstAsk: (board) => ({ url: board, accept: 'text' }),
  homeOf: (board) => board,
  read(text) {
    const [header, ...rows] = rowsOf(text)
    if (!header) throw new Unreadable('is empty')
    const readRow = rowReader(header.record, guessedColumns(header.record))
    return { jobs: rows.map(readRow), next: [], total: null }
  },
}

/** Reads a table of any length row by row, holding no more than one chunk of it. */
export async function* csvJobs(
  chunks: AsyncIterable<string | Buffer>,
  mapping: ColumnMapping,
): AsyncGenerator<ReadRow> {
  const { header, all } = await beginningOf(chunks)
  const rows = parse(optionsFor(delimiterOf(header)))
  // A fault of the source or of the table destroys the parser, and the loop below throws it.
  pipeline(Readable.from(all), rows).catch(() => undefined)
  let readRow: ((row: Row) => ReadRow) | null = null
  try {
    for await (const row of rows as AsyncIterable<Row>) {
      if (readRow) yield readRow(row)
      else readRow = rowReader(row.record, mapping)
    }
  } catch (error) {
    throw unreadable(error)
  }
  if (!readRow) throw new Unreadable('is empty')
}

type Row = { record: string[]; info: { lines: number } }

/** Characters of one row; a quote that is never closed would otherwise take the rest of the table into it. */
const MAX_ROW = 1_000_000
const MAX_HEADER = 100_000

function optionsFor(delimiter: string): Options {
  return {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW,
  }
}

function rowsOf(text: string): Row[] {
  try {
    return parseAtOnce(text, optionsFor(delimiterOf(text))) as unknown as Row[]
  } catch (error) {
    throw unreadable(error)
  }
}

function unreadable(error: unknown): unknown {
  return error instanceof CsvError ? new Unreadable(`is no table that can be read: ${error.message}`) : error
}

/** Reads on until the header is whole, and gives it back with everything. */
async function beginningOf(
  chunks: AsyncIterable<string | Buffer>,
): Promise<{ header: string; all: AsyncIterable<Buffer> }> {
  const source = chunks[Symbol.asyncIterator]()
  const read: Buffer[] = []
  let header = ''
  let isWhole = false
  while (!isWhole && header.length < MAX_HEADER) {
    const { value, done } = await source.next()
    if (done) break
    const chunk = typeof value === 'string' ? Buffer.from(value) : value
    read.push(chunk)
    // The delimiters are one byte in UTF-8, so a letter cut in two does no harm here.
    header += chunk.toString('latin1')
    isWhole = firstLineOf(header).isWhole
  }
  async function* all() {
    yield* read.splice(0)
    for await (const chunk of { [Symbol.asyncIterator]: () => source })
      yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  }
  return { header, all: all() }
}

function firstLineOf(text: string): { line: string; isWhole: boolean } {
  const unquoted = text.replace(/"(?:[^"]|"")*(?:"|$)/g, (quoted) => 'x'.repeat(quoted.length))
  const [line = ''] = unquoted.trimStart().split(/\r?\n|\r/, 1)
  return { line, isWhole: /[\r\n]/.test(unquoted.trimStart()) }
}

/** The one of the three that the header has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const { line } = firstLineOf(text.slice(0, MAX_HEADER))
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).mark
}

function guessedColumns(header: readonly string[]): ColumnMapping {
  const { columns, missing } = guessColumns(header)
  const { title, url } = columns
  if (title === undefined || url === undefined)
    throw new Unreadable(`has no column for ${missing.join(' and ')}: ${shownHeader(header)}`)
  return { ...columns, title, url }
}

function shownHeader(header: readonly string[]): string {
  return `its header is “${header.join(', ').slice(0, 200)}”`
}

function rowReader(header: readonly string[], mapping: ColumnMapping): (row: Row) => ReadRow {
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
    if (record.length !== header.length)
      return { ok: false, line, refusal: wrongLength(record.length, header.length) }
    const cells: Partial<Record<Column, string>> = Object.fromEntries(
      positions.map(([column, position]) => [column, record[position]?.trim() ?? '']),
    )
    return { ...readJob(fieldsOf(cells)), line }
  }
}

function pairsIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\r\n').length - 1, 0)
}

function lineEndsIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

function wrongLength(cells: number, columns: number) {
  return {
    externalId: null,
    title: null,
    field: 'row',
    value: `${cells} cells`,
    reason: `the header has ${columns}`,
  }
}

function fieldsOf(cells: Partial<Record<Column, string>>): JobFields {
  const text = cells.text ?? ''
  return {
    externalId: cells.externalId || cells.url || '',
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
