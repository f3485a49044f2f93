// Rows of `copy … (format binary)` (https://www.postgresql.org/docs/15/sql-copy.html), column by column in the order of the statement.

/** "PGCOPY\n\xff\r\n\0", flags and the length of an extension that no version of PostgreSQL writes. */
const HEADER_BYTES = 19
const HEADER_START = 0x5047434f
const END = -1
const NULL = -1

let bytes: Buffer
let at = 0

/** Begins a row; false at the end. What is read of it next must be read before the next row begins. */
export function beginRow(piece: Buffer): boolean {
  bytes = piece
  // The header comes in one piece with the first row.
  at = piece.length >= HEADER_BYTES && piece.readInt32BE(0) === HEADER_START ? HEADER_BYTES : 0
  return int2() !== END
}

function int2(): number {
  at += 2
  return bytes.readInt16BE(at - 2)
}

function int4(): number {
  at += 4
  return bytes.readInt32BE(at - 4)
}

export function number(): number {
  return int4() === 2 ? int2() : int4()
}

/** A bigint as a double: exact to 2^53, which ids, microseconds and pay stay below. */
export function long(): number {
  const value = longOrNull()
  if (value === null) throw new Error('a column that is never null is null')
  return value
}

export function longOrNull(): number | null {
  if (int4() === NULL) return null
  const high = int4()
  return high * 2 ** 32 + (int4() >>> 0)
}

export function isTrue(): boolean {
  at += 5
  return bytes[at - 1] === 1
}

export function text(): string | null {
  const length = int4()
  if (length === NULL) return null
  at += length
  return bytes.toString('latin1', at - length, at)
}

const none: readonly number[] = []

/** Dimensions, whether there are nulls, type; then for the one dimension its length and first subscript. */
export function numbers(): readonly number[] {
  at += 4
  const isEmpty = int4() === 0
  at += 8
  if (isEmpty) return none
  const length = int4()
  at += 4
  const values = new Array<number>(length)
  for (let i = 0; i < length; i++) values[i] = number()
  return values
}
