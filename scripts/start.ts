import { runBoard } from './board/run'
import { run } from './board/stopping'

await run(async () => {
  await runBoard('production')
})
