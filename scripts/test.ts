import { run, stopAll } from './board/stopping'
import { summary } from './testing/counts'
import { runSteps, STEPS } from './testing/steps'

// `npm test` runs everything; `npm test -- unit db` only these steps; `npm test -- e2e journeys` only these files.

await run(async () => {
  const given = process.argv.slice(2)
  const chosen = STEPS.filter(({ name }) => given.includes(name))
  const rest = given.filter((argument) => !STEPS.some(({ name }) => name === argument))
  const counts = await runSteps(chosen.length > 0 ? chosen : STEPS, rest)
  console.log(`\n${summary(counts)}`)
  await stopAll(counts.failed > 0 ? 1 : 0)
})
