import { EventEmitter } from 'node:events'
import { createServer, type Server } from 'node:http'
import { sql } from 'drizzle-orm'
import next from 'next'
import { GET as list } from '@/app/api/listing/route'
import { GET as searchJobs } from '@/app/api/v1/jobs/route'
import { GET as suggest } from '@/app/api/v1/suggestions/route'
import { closeDb, db } from '@/db/client'
import { env } from '@/lib/env'
import { startEngine, stopEngine } from '@/lib/search/engine/start'
import { loadLabels } from '@/lib/search/suggest/load-labels'
import { loadVocabulary } from '@/lib/search/words/vocabulary'
import { parseProxies } from '@/lib/web/client-address'
import { answerBroken, closeWith } from '@/lib/web/front/broken'
import { engineLines } from '@/lib/web/front/engine-lines'
import { isReady, newestMigration } from '@/lib/web/front/readiness'
import { serve } from '@/lib/web/front/serve'
import { warmUp } from '@/lib/web/front/warm'

/** RELIABILITY.md §5. */
const HEADERS_WITHIN_MS = 10_000
const REQUEST_WITHIN_MS = 30_000
const DRAIN_WITHIN_MS = 30_000
/** Longer than nginx keeps an idle connection to us, so that it never writes into one that we just closed. */
const IDLE_CONNECTION_MS = 65_000
/** A proxy in front needs this long to see that we are not ready any more. */
const LAME_DUCK_MS = 3000
/** Room for a URL that is too long, so that it gets its own answer. */
const MAX_HEADER_BYTES = 32_768

const direct = new Map([
  ['/api/listing', list],
  ['/api/v1/jobs', searchJobs],
  ['/api/v1/suggestions', suggest],
])

async function start(): Promise<void> {
  const { BASE_URL: baseUrl, HOST: host, PORT: port, WAYPOST_DEV, TRUSTED_PROXIES } = env()
  const isDev = WAYPOST_DEV === '1'
  const proxies = parseProxies(TRUSTED_PROXIES)
  const migration = newestMigration()
  await requireDatabase()
  let isStopping = false
  let isWarm = false

  const server = createServer({
    headersTimeout: HEADERS_WITHIN_MS,
    requestTimeout: REQUEST_WITHIN_MS,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: IDLE_CONNECTION_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The front asks for it itself, so that the refusal looks like every other.
    requireHostHeader: false,
  })
  // In production Next gets a server that never upgrades: the board has no WebSocket, so nobody may open one.
  const app = next({
    dev: isDev,
    hostname: host,
    port,
    httpServer: isDev ? server : (new EventEmitter() as Server),
  })
  await app.prepare()

  server.on(
    'request',
    serve({
      baseUrl,
      isDev,
      proxies,
      next: app.getRequestHandler(),
      // In development Next loads changed code again.
      direct: isDev ? new Map() : direct,
      isReady: async () => isWarm && (await isReady(migration)),
      engineLines,
      isStopping: () => isStopping,
    }),
  )
  server.on('clientError', (error, socket) => answerBroken(error, socket, baseUrl))
  server.on('connect', (_, socket) => closeWith(405, socket, baseUrl))

  const stop = () => {
    // The supervisor says it twice: by the channel and by a signal.
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), DRAIN_WITHIN_MS).unref()
    const leave = () => {
      server.close(() => Promise.allSettled([stopEngine(), closeDb()]).finally(() => process.exit(0)))
      server.closeIdleConnections()
      // Next's development server keeps its own connection to the page open.
      if (isDev) server.closeAllConnections()
    }
    setTimeout(leave, TRUSTED_PROXIES === '' ? 0 : LAME_DUCK_MS)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  await listen(server, { host, port })
  // Nobody waits for it: SQL answers until it is loaded, and only then does the machine have time for the names to suggest.
  void startEngine().then(() => loadLabels().catch(() => {}))
  // Thousands of names are put in order, a second on a small machine: before anybody waits for it.
  await loadVocabulary().catch(() => {})
  if (!isDev) await warmUp({ host, port, baseUrl })
  isWarm = true
  process.send?.({ kind: 'listening', port })
}

/** A wrong address must stop the start, not turn every page into an error. */
async function requireDatabase(): Promise<void> {
  try {
    await db().execute(sql`select 1`)
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    throw new Error(
      `The database does not answer: ${cause instanceof Error ? cause.message : 'no reason given'}`,
    )
  }
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
}

start().catch((error: unknown) => {
  console.error(`Waypost cannot start: ${error instanceof Error ? error.message : 'unknown reason'}`)
  process.exit(1)
})
