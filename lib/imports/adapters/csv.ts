import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { type Adapter, type Columns, Unreadable } from '../adapter'
import { feedAddress } from './board-address'
import { type ColumnMapping, guessColumns } from './csv-columns'
import { type ReadRow, type Row, rowReader, shownHeader } from './csv-row'

// https://www.rfc-editor.org/rfc/rfc4180, with the delimiters that spreadsheets write

export const csv: Adapter = {
  name: 'csv',
  label: 'CSV',
  example: 'https://example.org/jobs.csv',
  boardOf: feedAddress,
  firstAsk: (board) => ({ url: board, accept: 'text' }),
  homeOf: (board) => board,
  read(text, { columns }) {
    const [header, ...rows] = rowsOf(text)
    if (!header) throw new Unreadable('is empty')
    const readRow = rowReader(header.record, mappedColumns(header.record, columns))
    return { jobs: rows.map(readRow), next: [], total: null }
  },
  stream: (chunks, columns) => csvJobs(chunks, columns),
}

/** Reads a table of any length row by row, holding no more than one chunk of it. */
export async function* csvJobs(
  chunks: AsyncIterable<string | Buffer>,
  columns?: Columns,
): AsyncGenerator<ReadRow> {
  const { header, all } = await beginningOf(chunks)
  const rows = parse(optionsFor(delimiterOf(header)))
  // A fault of the source or of the table destroys the parser, and the loop below throws it.
  pipeline(Readable.from(all), rows).catch(() => undefined)
  let readRow: ((row: Row) => ReadRow) | null = null
  try {
    for await (const row of rows as AsyncIterable<Row>) {
      if (readRow) yield readRow(row)
      else readRow = rowReader(row.record, mappedColumns(row.record, columns))
    }
  } catch (error) {
    throw unreadable(error)
  }
  if (!readRow) throw new Unreadable('is empty')
}

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

/** As somebody says, and as their names tell where nobody does. */
function mappedColumns(header: readonly string[], said: Columns = {}): ColumnMapping {
  const { columns, missing } = guessColumns(header)
  const { title, url, ...others } = { ...columns, ...said }
  if (title === undefined || url === undefined)
    throw new Unreadable(`has no column for ${missing.join(' and ')}: ${shownHeader(header)}`)
  return { ...others, title, url }
}
