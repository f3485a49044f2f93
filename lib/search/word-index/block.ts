import { bitsIn } from '../bits'

/** Jobs whose ids share all but the last 13 bits are one block: as bits they are 1 kB, small enough to stand in the row itself. */
export const BLOCK_BITS = 13
const BLOCK_SIZE = 2 ** BLOCK_BITS
const BITS_BYTES = BLOCK_SIZE / 8

/** The jobs of one block that have a word: places in the block, ascending, two bytes each; bits where that is shorter. */
export type Packed = Uint8Array

/** First id of a block, and the first behind it. */
export function idsOfBlock(block: number): [from: number, until: number] {
  return [block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE]
}

/** From ascending places; those that would take more room than bits become bits. */
export function pack(places: readonly number[]): Packed {
  if (places.length * 2 >= BITS_BYTES) return bitsAt(places)
  const listed = new Uint8Array(places.length * 2)
  for (const [i, place] of places.entries()) {
    listed[i * 2] = place >>> 8
    listed[i * 2 + 1] = place & 255
  }
  return listed
}

export function countIn(packed: Packed): number {
  if (packed.length < BITS_BYTES) return packed.length / 2
  let count = 0
  for (let i = 0; i < BITS_BYTES; i += 4) count += bitsIn(wordAt(packed, i))
  return count
}

/** Writes the ids of the jobs from `at` on; returns where it ended. */
export function unpack(block: number, packed: Packed, into: Float64Array, at: number): number {
  const first = block * BLOCK_SIZE
  let n = at
  if (packed.length < BITS_BYTES) {
    for (let i = 0; i < packed.length; i += 2) into[n++] = first + placeAt(packed, i)
    return n
  }
  for (let i = 0; i < BITS_BYTES; i += 4) {
    for (let bits = wordAt(packed, i); bits !== 0; bits &= bits - 1)
      into[n++] = first + (i << 3) + 31 - Math.clz32(bits & -bits)
  }
  return n
}

/** The jobs that are in each of them, as bits. */
export function inEach(all: readonly Packed[]): Packed {
  const both = new Uint8Array(BITS_BYTES).fill(255)
  for (const one of all) {
    const bits = one.length < BITS_BYTES ? bitsAt(placesIn(one)) : one
    for (let i = 0; i < BITS_BYTES; i++) both[i] = (both[i] as number) & (bits[i] as number)
  }
  return both
}

/** Four bytes, the lowest bit first. */
function wordAt(bits: Packed, i: number): number {
  return (
    (bits[i] as number) |
    ((bits[i + 1] as number) << 8) |
    ((bits[i + 2] as number) << 16) |
    ((bits[i + 3] as number) << 24)
  )
}

function placesIn(listed: Packed): number[] {
  return Array.from({ length: listed.length / 2 }, (_, i) => placeAt(listed, i * 2))
}

function placeAt(listed: Packed, at: number): number {
  return ((listed[at] as number) << 8) | (listed[at + 1] as number)
}

function bitsAt(places: readonly number[]): Packed {
  const bits = new Uint8Array(BITS_BYTES)
  for (const place of places) bits[place >>> 3] = (bits[place >>> 3] as number) | (1 << (place & 7))
  return bits
}
