import { run, stopAll } from './board/stopping'
import { summary } from './testing/counts'
import { runSteps, STEPS } from './testing/steps'

// `npm run check`: what needs neither a database nor a browser.

const WITHOUT_DATABASE = new Set(['lint', 'types', 'unit'])

await run(async () => {
  const counts = await runSteps(
    STEPS.filter(({ name }) => WITHOUT_DATABASE.has(name)),
    [],
  )
  console.log(`\n${summary(counts)}`)
  await stopAll(counts.failed > 0 ? 1 : 0)
})
