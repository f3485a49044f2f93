import { writeFileSync } from 'node:fs'
import { startBoard } from '@/e2e/board'

import { buildAt, ensureBuild } from '@/scripts/board/build'

await ensureBuild(buildAt('.next-test'))
const board = await startBoard({ distDir: '.next-test' })
writeFileSync(
  '/tmp/board-main.env',
  `export WAYPOST_E2E_URL=${board.url} WAYPOST_E2E_DATA=${board.dataDir} WAYPOST_E2E_SOURCE_PORT=${board.sourcePort} CHROMIUM_PATH=$(command -v chromium)\n`,
)
console.log('ready', board.url)
setInterval(() => {}, 1000)
