import { databaseOf, openPool } from '@/db/client'
import { CannotStart, dataFolder, runningEmbedded } from '@/db/embedded'
import { createAdmin } from '@/lib/accounts/commands'
import { openDatabase } from './board/database'
import { databaseIn } from './board/plan'
import { ROOT } from './board/root'
import { run, stopAll } from './board/stopping'

// `npm run admin:create -- ADDRESS` makes the person with this address an operator, also beside a running board.

await run(async () => {
  const [address, ...more] = process.argv.slice(2)
  if (!address || more.length > 0)
    throw new CannotStart('Name one address: npm run admin:create -- you@example.org')
  const database = databaseIn(process.env)
  const running = database ? null : runningEmbedded(dataFolder(ROOT, process.env.WAYPOST_DATA_DIR))
  const pool = openPool(running ?? (await openDatabase(database)).url)
  const outcome = await createAdmin(databaseOf(pool), address)
  await pool.end()
  if (!outcome.ok) throw new CannotStart(`"${address}" is not a mail address.`)
  const what = outcome.value.existed
    ? 'is an operator now'
    : 'is an operator; the first sign-in needs the mail that goes there'
  console.log(`${address} ${what}.`)
  await stopAll(0)
})
