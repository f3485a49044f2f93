import { type Db, db } from '@/db/client'
import { LabelIndex } from './label-index'
import { readLabels } from './read-labels'

/** Suggestions may be that old; on a large board they are read again at most for a twentieth of the time. */
const FRESH_FOR_MS = 60_000
const REST_FACTOR = 20

type Kept = { index: Promise<LabelIndex>; staleAt: number; isRenewing: boolean }
const kept = new WeakMap<Db, Kept>()

/** Made at the first request; after that nobody waits: the old one answers while the new one is made. */
export function loadLabels(database: Db = db()): Promise<LabelIndex> {
  const known = kept.get(database)
  if (!known) return first(database)
  if (!known.isRenewing && performance.now() > known.staleAt) {
    known.isRenewing = true
    renew(database).catch((error) => {
      known.isRenewing = false
      known.staleAt = performance.now() + FRESH_FOR_MS
      console.error(`suggestions stay as they were: ${error instanceof Error ? error.message : error}`)
    })
  }
  return known.index
}

function first(database: Db): Promise<LabelIndex> {
  const index = renew(database)
  kept.set(database, { index, staleAt: Infinity, isRenewing: true })
  index.catch(() => kept.delete(database))
  return index
}

async function renew(database: Db): Promise<LabelIndex> {
  const from = performance.now()
  const index = await LabelIndex.build(await readLabels(database))
  const now = performance.now()
  const staleAt = now + Math.max(FRESH_FOR_MS, REST_FACTOR * (now - from))
  kept.set(database, { index: Promise.resolve(index), staleAt, isRenewing: false })
  return index
}
