import { storable } from '@/lib/typed-text'
import { Refusal } from './refusal'

/** RELIABILITY.md §5. */
export const MAX_JSON_BYTES = 100_000
export const MAX_FORM_BYTES = 256_000
const MAX_JSON_DEPTH = 32
const MAX_FIELDS = 1000

export type Body =
  | { kind: 'json'; values: Record<string, unknown> }
  | { kind: 'form'; values: Map<string, string[]> }

/** The one parser of what browsers and programs send. Throws `Refusal` 400, 413 or 415; never anything else. */
export async function readBody(request: Request): Promise<Body> {
  const type = mediaType(request)
  if (type === 'application/json') {
    return { kind: 'json', values: parseJson(decode(await readBytes(request, MAX_JSON_BYTES))) }
  }
  const bytes = await readBytes(request, MAX_FORM_BYTES)
  if (type === 'multipart/form-data')
    return { kind: 'form', values: collect(await multipart(request, bytes)) }
  return { kind: 'form', values: collect(new URLSearchParams(decode(bytes))) }
}

function mediaType(request: Request): string {
  const header = request.headers.get('content-type') ?? ''
  const type = header.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const charset = /;\s*charset="?([^";\s]*)/i.exec(header)?.[1] ?? 'utf-8'
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') throw new Refusal(415, 'Compressed requests are not read.')
  const isKnown = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'].includes(
    type,
  )
  if (!isKnown || charset.toLowerCase() !== 'utf-8') {
    throw new Refusal(415, 'Send a form, or JSON as application/json, in UTF-8.')
  }
  return type
}

/** Reads at most `limit` bytes, and exactly as many as were announced. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) > limit) throw tooLarge(limit)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  if (announced !== null && Number(announced) !== size) throw new Refusal(400, 'The request ended too early.')
  return new Uint8Array(Buffer.concat(chunks))
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new Refusal(400, 'The request ended too early.')
      })
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal(413, `At most ${limit / 1000} kB can be sent here.`)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

export function parseJson(text: string): Record<string, unknown> {
  if (jsonDepth(text) > MAX_JSON_DEPTH) throw new Refusal(400, 'This JSON is nested too deep.')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal(400, 'This is not JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'Send one JSON object.')
  }
  return cleaned(value) as Record<string, unknown>
}

/** Counted on the text, before anything is built from it. */
function jsonDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth)
    else if (character === '}' || character === ']') depth--
  }
  return deepest
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return storable(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [safeName(name), cleaned(inner)]))
}

async function multipart(request: Request, bytes: Uint8Array<ArrayBuffer>): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Refusal(400, 'This form could not be read.')
  }
}

function collect(fields: Iterable<[string, FormDataEntryValue]>): Map<string, string[]> {
  const values = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of fields) {
    if (++count > MAX_FIELDS) throw new Refusal(400, `At most ${MAX_FIELDS} fields can be sent here.`)
    if (typeof value !== 'string') {
      // An empty file input sends an empty file.
      if (value.size > 0) throw new Refusal(415, 'This form takes no files.')
      continue
    }
    const known = values.get(safeName(name))
    if (known) known.push(storable(value))
    else values.set(name, [storable(value)])
  }
  return values
}

function safeName(name: string): string {
  if (['__proto__', 'constructor', 'prototype'].includes(name))
    throw new Refusal(400, 'A field has a forbidden name.')
  return storable(name)
}
