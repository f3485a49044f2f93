import { countIn, inEach, type Packed, unpack } from './block'

/** Of one word and block; without a lexeme, the ids of the jobs that no block tells of, eight bytes each. */
export type BlockRow = { lexeme: string | null; block: number | null; jobs: Buffer | null }

/** Ids of the jobs that have every one of so many words, from the blocks of all of them. */
export function idsInEach(rows: readonly BlockRow[], wordCount: number): Float64Array {
  const blocks = new Map<number, Packed[]>()
  for (const { block, jobs } of rows) {
    if (block === null || jobs === null) continue
    const known = blocks.get(block)
    if (known) known.push(jobs)
    else blocks.set(block, [jobs])
  }
  const inAll = [...blocks].filter(([, all]) => all.length === wordCount)
  const packed = inAll.map(([block, all]): [number, Packed] => [
    block,
    all.length === 1 ? (all[0] as Packed) : inEach(all),
  ])
  const ids = new Float64Array(packed.reduce((sum, [, one]) => sum + countIn(one), 0))
  let n = 0
  for (const [block, one] of packed) n = unpack(block, one, ids, n)
  return ids
}

export function without(ids: Float64Array, others: ReadonlySet<number>): Float64Array {
  return others.size === 0 ? ids : ids.filter((id) => !others.has(id))
}

export function joined(ids: Float64Array, more: ReadonlySet<number>): Float64Array {
  if (more.size === 0) return ids
  const all = new Float64Array(ids.length + more.size)
  all.set(ids)
  all.set([...more], ids.length)
  return all
}

export function bigints(packed: Buffer | null): number[] {
  const ids: number[] = []
  for (let at = 0; packed !== null && at < packed.length; at += 8) ids.push(Number(packed.readBigInt64BE(at)))
  return ids
}
