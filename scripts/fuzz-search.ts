import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './board/root'

// `npm run fuzz:search -- N` holds N random searches to the brute-force filter, with seeds of their own each time.

const searches = Number(process.argv[2] ?? 10_000)
if (!Number.isInteger(searches) || searches < 1) {
  console.error('Say how many searches: npm run fuzz:search -- 10000')
  process.exit(1)
}
const { status } = spawnSync(
  process.execPath,
  [
    path.join(ROOT, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'db',
    'lib/search/search.db.test.ts',
    '--testTimeout',
    '0',
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, FUZZ_SEARCHES: String(searches) } },
)
process.exit(status ?? 1)
