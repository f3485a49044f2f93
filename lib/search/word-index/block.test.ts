import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countIn, idsOfBlock, inEach, pack, unpack } from './block'

const anyPlaces = fc
  .oneof(
    fc.uniqueArray(fc.integer({ min: 0, max: 8191 }), { maxLength: 40 }),
    fc
      .integer({ min: 500, max: 8192 })
      .chain((count) =>
        fc
          .integer({ min: 0, max: 8192 - count })
          .map((from) => Array.from({ length: count }, (_, i) => from + i)),
      ),
  )
  .map((places) => [...places].sort((a, b) => a - b))

function idsIn(block: number, packed: Uint8Array): number[] {
  const ids = new Float64Array(countIn(packed))
  expect(unpack(block, packed, ids, 0)).toBe(ids.length)
  return [...ids]
}

test('a block gives back the jobs that it was made of, in at most 1 kB', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), anyPlaces, (block, places) => {
      const packed = pack(places)
      expect(packed.length).toBeLessThanOrEqual(1024)
      const [first, behind] = idsOfBlock(block)
      const ids = idsIn(block, packed)
      expect(ids).toEqual(places.map((place) => first + place))
      expect(ids.every((id) => id >= first && id < behind)).toBe(true)
    }),
  )
})

test('what is in each of some blocks is what a filter says', () => {
  fc.assert(
    fc.property(fc.array(anyPlaces, { minLength: 1, maxLength: 4 }), (all) => {
      const [first = [], ...rest] = all
      const expected = first.filter((place) => rest.every((places) => places.includes(place)))
      expect(idsIn(0, inEach(all.map((places) => pack(places))))).toEqual(expected)
    }),
  )
})
