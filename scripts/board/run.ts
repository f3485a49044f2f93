import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { CannotStart, keptSecret } from '@/db/embedded'
import { banner } from './banner'
import { type Build, buildAt, ensureBuild } from './build'
import { type Kept, keepRunning } from './child'
import { type OpenDatabase, openDatabase } from './database'
import { fillWithEntries, fillWithSample, isDemoRemoved } from './demo'
import { type Plan, planOf, refuseDemoAbroad } from './plan'
import { nextFree } from './port'
import { step } from './progress'
import { reachable, waitUntilReady } from './ready'
import { isStopping, stopAll, whenStopping } from './stopping'

export type Mode = 'production' | 'development'

const READY_WITHIN_MS = { production: 60_000, development: 180_000 }

/** Everything between the command and a board that answers: database, schema, sample, build, web and worker. */
export async function runBoard(mode: Mode, env = process.env): Promise<{ restartWorker: () => void }> {
  const plan = planOf(env)
  const build = buildAt(env.WAYPOST_DIST_DIR || '.next')
  const database = await openDatabase(plan.database, env)
  if (database.embedded) watch(database.embedded.ended)
  const isDemo = await fill(plan, database)
  if (mode === 'production') await ensureBuild(build)
  const port = await choosePort(plan)
  const url = plan.baseUrl ?? `http://localhost:${port}`
  const childEnv = environment({ plan, database, mode, build, url, port, isDemo })
  const worker = await startProcesses({ mode, build, env: childEnv, host: plan.host, port })
  note(database, url)
  console.log(banner({ url, isDemo, mode }))
  process.send?.({ ready: url })
  return { restartWorker: worker.restart }
}

function watch(databaseEnded: Promise<void>): void {
  void databaseEnded.then(() => {
    if (isStopping()) return
    console.error('The embedded database ended unasked; postgres.log in the data folder says why. Stopping.')
    void stopAll(1)
  })
}

/** Answers whether this is a demo board. */
async function fill(plan: Plan, database: OpenDatabase): Promise<boolean> {
  if (!database.embedded || (await isDemoRemoved(database.ownerUrl))) {
    await fillWithEntries(database.ownerUrl)
    return false
  }
  refuseDemoAbroad(plan)
  await fillWithSample(database.ownerUrl)
  return true
}

/** A board whose address is fixed may not move to another port. */
async function choosePort(plan: Plan): Promise<number> {
  const port = await nextFree(plan.port, plan.host)
  if (port === plan.port) return port
  if (plan.baseUrl)
    throw new CannotStart(`Port ${plan.port} is taken by another program: set PORT to a free one.`)
  console.log(`  Port ${plan.port} is taken by another program; this board takes ${port}.`)
  return port
}

type Facts = {
  plan: Plan
  database: OpenDatabase
  mode: Mode
  build: Build
  url: string
  port: number
  isDemo: boolean
}

function environment({ plan, database, mode, build, url, port, isDemo }: Facts): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: mode,
    DATABASE_URL: database.url,
    // The running program never holds the owner's address.
    DATABASE_OWNER_URL: '',
    BASE_URL: url,
    HOST: plan.host,
    PORT: String(port),
    WAYPOST_SECRET: plan.secret ?? keptSecret(database.dataDir, 'secret'),
    WAYPOST_DEMO: isDemo ? '1' : '',
    WAYPOST_DEV: mode === 'development' ? '1' : '',
    WAYPOST_DIST_DIR: build.distDir,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}

type Processes = { mode: Mode; build: Build; env: NodeJS.ProcessEnv; host: string; port: number }

async function startProcesses({ mode, build, env, host, port }: Processes): Promise<Kept> {
  const kept: Kept[] = []
  whenStopping(() => Promise.all(kept.map((each) => each.stop())))
  const start = (name: string, built: string, source: string): Kept => {
    const args = mode === 'production' ? ['--enable-source-maps', built] : ['--import', 'tsx', source]
    const started = keepRunning({ name, args, env, onGivingUp: () => void stopAll(1) })
    kept.push(started)
    return started
  }
  await step('Starting the web process', async () => {
    start('web', build.web, 'server.ts')
    await waitUntilReady({ host: reachable(host), port }, READY_WITHIN_MS[mode])
  })
  return start('worker', build.worker, 'worker.ts')
}

/** For the line that a second start prints. */
function note({ embedded, dataDir }: OpenDatabase, url: string): void {
  if (!embedded) return
  const file = path.join(dataDir, 'board.json')
  // Root may have left one that its owner cannot overwrite, only remove.
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify({ pid: process.pid, url }))
  whenStopping(() => rmSync(file, { force: true }))
}
