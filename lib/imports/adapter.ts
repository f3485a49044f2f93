import type { z } from 'zod'
import { type ImportedJob, type ItemFields, importedJob, type JobFields, type Refusal } from './shape'

/** One question to a source. */
export type Ask = {
  url: string
  /** `json` is sent as the body of a POST. */
  post?: unknown
  accept: 'json' | 'xml' | 'html' | 'text'
}

export type ReadJob = { ok: true; job: ImportedJob; detail?: Ask } | { ok: false; refusal: Refusal }

/** What one answer held. */
export type Page = {
  jobs: ReadJob[]
  /** Further pages of the list. */
  next: Ask[]
  /** How many jobs the source says it has; null where it does not say. */
  total: number | null
}

/** Of a table: what a column states -> its name in the header. */
export type Columns = Readonly<Record<string, string>>

/**
 * How one kind of source is asked and read. It does no I/O: the run fetches what it asks for, and a file of the same format is read by
 * the same `read`.
 */
export type Adapter = {
  /** In commands and addresses, such as `greenhouse`. */
  name: string
  label: string
  /** What a person types to name a board, for the help beside the field. */
  example: string
  /** The board that is meant, in one spelling; null when the words name none of this kind. */
  boardOf(typed: string): string | null
  firstAsk(board: string): Ask
  /** Throws `Unreadable` when the text is no answer of such a source at all; a single bad job is a refusal in the page. */
  read(text: string, about: { board: string; ask: Ask | null; columns?: Columns | undefined }): Page
  /** Reads a file of any length row by row, where the format can be. */
  stream?(chunks: AsyncIterable<string>, columns?: Columns): AsyncIterable<ReadJob>
  /** A page for people to see the whole board at its source. */
  homeOf(board: string): string
}

/** The answer as a whole cannot be read: a page of HTML, an error, another format. */
export class Unreadable extends Error {
  override name = 'Unreadable'
}

type Items<S extends z.ZodType> = {
  item: S
  /** Read off an item of any shape: one that cannot be read today is refused under the id that its job is kept by. */
  idOf: (item: Readonly<Record<string, unknown>>) => unknown
  toJob: (item: z.output<S>) => ItemFields & { detail?: Ask }
}

/** Reads each item on its own: first as its source writes it, then as a job. */
export function readItems<S extends z.ZodType>(
  items: readonly unknown[],
  { item: schema, idOf, toJob }: Items<S>,
): ReadJob[] {
  return items.map((item) => {
    const externalId = textOf(idOf(isRecord(item) ? item : {}))
    const parsed = schema.safeParse(item)
    if (!parsed.success) return { ok: false, refusal: refusalOf(item, externalId, parsed.error) }
    const { detail, ...fields } = toJob(parsed.data)
    return { ...readJob({ ...fields, externalId }), ...(detail ? { detail } : {}) }
  })
}

export function readJob(fields: JobFields): ReadJob {
  const parsed = importedJob.safeParse(fields)
  return parsed.success
    ? { ok: true, job: parsed.data }
    : { ok: false, refusal: refusalOf(fields, fields.externalId, parsed.error) }
}

/** An id in the spelling by which its job is kept; null for what is none. */
export function keptId(stated: string): string | null {
  return importedJob.shape.externalId.safeParse(stated).data ?? null
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(`is no JSON: it begins with “${text.trimStart().slice(0, 40)}”`)
  }
}

/** `Unreadable` with the field that is not as it should be. */
export function requireShape<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') || 'the whole'
  throw new Unreadable(
    `${field}: ${issue?.message ?? 'not as expected'} (${shown(valueAt(value, issue?.path ?? []))})`,
  )
}

const titleFields = ['title', 'text', 'name']

function refusalOf(item: unknown, externalId: string, error: z.ZodError): Refusal {
  const [issue] = error.issues
  const path = issue?.path ?? []
  return {
    externalId: keptId(externalId),
    title: isRecord(item) ? firstText(item, titleFields) : null,
    field: path.join('.') || 'job',
    value: shown(valueAt(item, path)),
    reason: issue?.message ?? 'not as expected',
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function firstText(item: Record<string, unknown>, names: readonly string[]): string | null {
  const found = names
    .map((name) => item[name])
    .find((value) => typeof value === 'string' || typeof value === 'number')
  return found === undefined ? null : String(found).slice(0, 200)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isRecord(at) ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? String(value)).slice(0, 120)
}
