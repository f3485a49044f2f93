import { watch } from 'node:fs'
import path from 'node:path'
import { ROOT } from './board/root'
import { runBoard } from './board/run'
import { run, whenStopping } from './board/stopping'

/** What the worker is made of; Next watches the pages itself. */
const WORKER_SOURCES = ['db', 'lib', 'content', 'worker.ts']
const QUIET_MS = 300

await run(async () => {
  const { restartWorker } = await runBoard('development')
  let pending: NodeJS.Timeout | undefined
  const onChange = () => {
    clearTimeout(pending)
    pending = setTimeout(restartWorker, QUIET_MS)
  }
  for (const source of WORKER_SOURCES) {
    const watcher = watch(path.join(ROOT, source), { recursive: source !== 'worker.ts' }, onChange)
    whenStopping(() => watcher.close())
  }
})
