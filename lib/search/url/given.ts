import type { Ignored, Refusal } from './grammar'

/** A query string, its pairs in order, or what Next gives to a page. */
export type SearchParams =
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** More is not a search that somebody meant. */
const MAX_PARAMS = 200

/** The parameters as given, cleaned, with what was made of them. An empty value is an untouched form field: absent. */
export class Given {
  readonly ignored: Ignored[] = []
  readonly refused: Refusal[] = []
  private readonly left = new Map<string, string[]>()
  private readonly emptied = new Set<string>()

  constructor(params: SearchParams) {
    let count = 0
    for (const [key, value] of pairsIn(params)) {
      if (++count > MAX_PARAMS) {
        this.refuse(key, 'too-many')
        break
      }
      const name = clean(key)
      const text = clean(value)
      if (text === '') this.emptied.add(name)
      else this.left.set(name, [...(this.left.get(name) ?? []), text])
    }
  }

  /** Every value of a key that can be repeated. */
  takeAll(key: string): string[] {
    const values = this.left.get(key) ?? []
    this.left.delete(key)
    return values
  }

  /** The value of a key that cannot; given twice, it is refused by name and the first counts. */
  takeOne(key: string): string | null {
    const values = this.takeAll(key)
    if (values.length > 1) this.refuse(key, 'given-twice')
    return values[0] ?? null
  }

  /** The key stood in the URL without a value, as a form sends an empty field. */
  isEmpty(key: string): boolean {
    return this.emptied.has(key)
  }

  untouched(): IterableIterator<[string, string[]]> {
    return this.left.entries()
  }

  ignore(entry: Ignored): void {
    this.ignored.push({
      ...entry,
      key: clip(entry.key),
      value: entry.value === null ? null : clip(entry.value),
    })
  }

  refuse(key: string, reason: Refusal['reason']): void {
    this.refused.push({ key: clip(clean(key)), reason })
  }
}

function* pairsIn(params: SearchParams): Generator<readonly [string, string]> {
  if (isPairs(params)) {
    yield* params
    return
  }
  for (const [key, value] of Object.entries(params)) {
    if (typeof value === 'string') yield [key, value]
    else for (const one of value ?? []) yield [key, one]
  }
}

function isPairs(params: SearchParams): params is Iterable<readonly [string, string]> {
  return typeof Reflect.get(params, Symbol.iterator) === 'function'
}

/** Control characters and lone surrogates become spaces: PostgreSQL takes neither. */
function clean(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).replace(/\p{Cs}$/u, '')}…` : text
}
