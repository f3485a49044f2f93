import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { type Adapter, type Columns, type ReadJob, Unreadable } from '@/lib/imports/adapter'
import type { Answer } from '@/lib/imports/run/run-import'

const BATCH = 1000

/** The jobs of a file, gzip or not. One that can be read row by row never stands in memory as a whole. */
type Of = { board: string; columns?: Columns | undefined }

export async function* readFile(adapter: Adapter, file: string, of: Of): Answer {
  const bytes = createReadStream(file)
  const chunks = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  chunks.setEncoding('utf8')
  try {
    yield* inBatches(adapter.stream ? adapter.stream(chunks, of.columns) : wholeOf(adapter, chunks, of))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { kind: 'partial', reason: `${file}: ${error.message}` }
  }
  return { kind: 'whole', etag: null, lastModified: null }
}

async function* wholeOf(
  adapter: Adapter,
  chunks: AsyncIterable<string>,
  { board, columns }: Of,
): AsyncGenerator<ReadJob> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  yield* adapter.read(text.replace(/^\ufeff/, ''), { board, ask: null, columns }).jobs
}

async function* inBatches(jobs: AsyncIterable<ReadJob>): AsyncGenerator<ReadJob[]> {
  let batch: ReadJob[] = []
  for await (const job of jobs) {
    batch.push(job)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
