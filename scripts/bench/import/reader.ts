import { setTimeout as sleep } from 'node:timers/promises'
import { openPool, setPool } from '@/db/client'
import { searchPage } from '@/lib/search/page'
import { readSearch } from '@/lib/search/read'

// A process of its own, as a web process is: reads first pages one after the other, and tells how many milliseconds each took.

const PAUSE_MS = 50
const asked = [
  'role=software-engineer',
  'role=account-executive&country=us',
  'workplace=remote',
  'q=manager',
  'seniority=senior&country=gb',
]

setPool(openPool(process.env.DATABASE_URL ?? '', 30_000))
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
for (let i = 0; ; i = (i + 1) % asked.length) {
  const started = performance.now()
  const { search } = await readSearch(new URLSearchParams(asked[i]))
  await searchPage(search)
  process.send?.({ ms: performance.now() - started })
  await sleep(PAUSE_MS)
}
