import { CannotStart, dataFolder, runningEmbedded } from '@/db/embedded'
import { removeDemo } from '@/db/seed/remove'
import { openDatabase } from './board/database'
import { isDemoRemoved, noteDemoRemoved } from './board/demo'
import { databaseIn } from './board/plan'
import { step } from './board/progress'
import { ROOT } from './board/root'
import { run, stopAll } from './board/stopping'

// `npm run demo:remove` deletes the sample jobs and the demo people, and nothing else; the board then stays the operator's own.

await run(async () => {
  if (databaseIn(process.env)) {
    throw new CannotStart(
      'There is nothing to remove: demo mode exists only on the embedded database, and DATABASE_URL is set.',
    )
  }
  if (runningEmbedded(dataFolder(ROOT, process.env.WAYPOST_DATA_DIR))) {
    throw new CannotStart('The board is running: stop it (Ctrl-C there), then run this again.')
  }
  const { ownerUrl } = await openDatabase(null)
  if (await isDemoRemoved(ownerUrl)) {
    console.log('Demo mode was left before; there is nothing to remove.')
    return stopAll(0)
  }
  await step('Removing the sample jobs and the demo people', async (say) => {
    await removeDemo(ownerUrl, { onProgress: say })
    await noteDemoRemoved(ownerUrl)
  })
  console.log('This board is yours now. Make yourself its operator: npm run admin:create -- you@example.org')
  await stopAll(0)
})
