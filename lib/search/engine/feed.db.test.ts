import net from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { db, openPool, pool } from '@/db/client'
import { testDb } from '@/db/testing'
import { asOwner } from '@/db/testing/cluster'
import { env, forgetEnv } from '@/lib/env'
import { listJobs, unlistJobs } from '@/lib/jobs/listing'
import { makeJobs, words, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import type { Clause } from '../clauses'
import type { Engine } from './engine'
import { Feed } from './feed'
import { LISTENER } from './listening'
import { readEveryJob } from './load'
import { Mirror } from './mirror'
import { currentEngine, engineReport, RunningEngine, startEngine, stopEngine } from './start'

const database = testDb()
const NOW_US = Date.now() * 1000
/** Catches a hang; a change is in place within milliseconds. */
const soon = { timeout: 10_000, interval: 10 }
const stops: (() => Promise<void>)[] = []

beforeAll(writeTaxonomy)
beforeEach(() => writeJobs(makeJobs(200, randomFrom(11))))
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

async function running(): Promise<RunningEngine> {
  const started = new RunningEngine(openPool(env().DATABASE_URL, 10_000))
  stops.push(() => started.stop())
  await started.whole()
  return started
}

/** Everything that the engine can tell of the jobs without words. */
function contents(engine: Engine | undefined) {
  const question = {
    clauses: [],
    order: { by: 'newest' },
    payCurrency: 'USD',
    hasRegions: true,
    chosen: { company: [], place: [], skill: [] },
    nowUs: NOW_US,
  } as const
  const page = { edge: null, direction: 'onward', limit: 1000 } as const
  return engine && { ids: engine.page(question, page), counts: engine.counts(question) }
}

/** The same, of a mirror that has just been loaded. */
async function truth() {
  const mirror = new Mirror(pool())
  const client = await pool().connect()
  await readEveryJob(client, (row) => mirror.add(row)).finally(() => client.release())
  mirror.finish()
  return contents(mirror.engine)
}

async function expectCurrent(...engines: RunningEngine[]): Promise<void> {
  const expected = await truth()
  for (const one of engines) {
    await vi.waitFor(() => expect(contents(one.current()?.engine)).toEqual(expected), soon)
  }
}

async function rewrite(id: number, title: string, text: string): Promise<void> {
  await db().execute(sql`update jobs set title = ${title}, text = ${text}, role_id = 2 where id = ${id}`)
  await listJobs(db(), [id])
}

async function change(): Promise<void> {
  await rewrite(4, 'pixel falcon', 'walrus')
  await unlistJobs(db(), [5, 6])
  await db().execute(sql`delete from jobs where id between 20 and 40`)
  await db().execute(sql`update job_search set workplace = 1, skills = '{1,2,3}', annual_max = 9000000, pay_currency = 'EUR'
    where job_id between 50 and 60`)
  await db().execute(
    sql`update job_search set first_published_at = now() - interval '400 days' where job_id = 70`,
  )
  await listJobs(db(), [5])
}

test('two processes at once are both right after jobs are listed, edited and removed', async () => {
  const [one, other] = await Promise.all([running(), running()])
  await expectCurrent(one, other)
  await change()
  await expectCurrent(one, other)
  expect(one.report()).toMatchObject({ state: 'ready', jobs: 178, words: 0, stale: 0 })
})

test('a change that commits while the jobs are being read is in', async () => {
  let changed: Promise<void> | undefined
  class Interrupted extends Mirror {
    override add(...row: Parameters<Mirror['add']>): void {
      changed ??= change()
      super.add(...row)
    }
  }
  const engines = openPool(env().DATABASE_URL)
  const feed = new Feed(engines, () => new Interrupted(engines))
  stops.push(() => feed.stop().then(() => engines.end()))
  feed.start()
  await feed.firstWhole
  await changed
  const expected = await truth()
  await vi.waitFor(() => expect(contents(feed.whole?.engine)).toEqual(expected), soon)
})

test('it becomes whole while jobs go on changing', async () => {
  let isOn = true
  const changing = (async () => {
    for (let i = 0; isOn; i++) await rewrite(1 + (i % 50), words[i % 8] ?? '', words[i % 5] ?? '')
  })()
  const one = await running().finally(() => {
    isOn = false
  })
  await changing
  await expectCurrent(one)
})

test('emptying the table empties the engine, and it follows again', async () => {
  const one = await running()
  await asOwner(database.ownerUrl, 'truncate job_search')
  await vi.waitFor(() => expect(one.current()?.engine.size).toBe(0), soon)
  await listJobs(db(), [1, 2, 3])
  await expectCurrent(one)
})

test('without its connection the engine is not used, and it is built anew with what changed meanwhile', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const one = await running()
  const before = one.current()?.engine
  await asOwner(
    database.ownerUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = '${LISTENER}'`,
  )
  await vi.waitFor(() => expect(one.current() === null).toBe(true), soon)
  expect(one.report()).toEqual({ state: 'rebuilding' })
  await change()
  await expectCurrent(one)
  expect(one.current()?.engine).not.toBe(before)
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
})

test('a connection over which nothing comes any more is noticed', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const line = await silenceable(new URL(env().DATABASE_URL))
  const engines = openPool(line.url)
  const feed = new Feed(engines, () => new Mirror(engines), { everyMs: 50, withinMs: 300 })
  stops.push(() => feed.stop().then(line.close))
  feed.start()
  await feed.firstWhole
  line.isSilent = true
  await vi.waitFor(() => expect(feed.whole === null).toBe(true), soon)
  line.isSilent = false
  await change()
  const expected = await truth()
  await vi.waitFor(() => expect(contents(feed.whole?.engine)).toEqual(expected), soon)
  said.mockRestore()
})

test('words are right after listing, editing, removing and after all jobs have moved', async () => {
  const one = await running()
  await expectWords(one)
  await change()
  await expectCurrent(one)
  await expectWords(one)
  one.current()?.engine.compact()
  await expectWords(one)
  expect(one.report()).toMatchObject({ words: expect.any(Number) })
})

test('a word that is read while jobs change ends up right', async () => {
  const one = await running()
  const changing = (async () => {
    for (let i = 0; i < 60; i++)
      await rewrite(80 + (i % 20), `${words[i % 8]} ${words[i % 3]}`, words[i % 5] ?? '')
  })()
  const asking = asked.map((query) => one.current()?.prepare([query], 10_000))
  await changing
  await Promise.all(asking)
  await expectCurrent(one)
  await expectWords(one)
})

test('switched off, there is no engine', async () => {
  await startEngine()
  expect(currentEngine()?.engine.size).toBe(200)
  expect(Math.abs((currentEngine()?.nowUs() ?? 0) / 1000 - Date.now())).toBeLessThan(5000)
  await stopEngine()
  vi.stubEnv('SEARCH_ENGINE', 'off')
  forgetEnv()
  await startEngine()
  expect(currentEngine()).toBeNull()
  expect(engineReport()).toEqual({ state: 'off' })
  vi.stubEnv('SEARCH_ENGINE', 'on')
  forgetEnv()
})

const asked = [
  ...words.map((word) => ({ is: 'text', query: `'${word}'` }) as const),
  ...words.map((word) => ({ is: 'title', query: `'${word}'` }) as const),
  { is: 'text', query: "'pixel' <-> 'falcon'" },
  { is: 'title', query: "'pixel' <-> 'falcon'" },
  { is: 'text', query: "'zebra' | 'tango'" },
  { is: 'title', query: "!'zebra'" },
  { is: 'text', query: "'nobody-has-this'" },
] as const

async function expectWords(one: RunningEngine): Promise<void> {
  await vi.waitFor(async () => {
    const ready = one.current()
    expect(await ready?.prepare(asked, 10_000)).toBe(true)
    for (const query of asked) {
      const column = query.is === 'title' ? sql`title_tsv` : sql`tsv`
      const { rows } = await db().execute<{ id: string }>(
        sql`select job_id as id from job_search where ${column} @@ ${query.query}::tsquery order by first_published_at desc, job_id desc`,
      )
      const clause: Clause = { facets: [], condition: query }
      expect([query, idsOf(ready?.engine, clause)]).toEqual([query, rows.map(({ id }) => Number(id))])
    }
  }, soon)
}

function idsOf(engine: Engine | undefined, clause: Clause): number[] | undefined {
  const question = {
    clauses: [clause],
    order: { by: 'newest' },
    payCurrency: 'USD',
    hasRegions: false,
    nowUs: NOW_US,
  } as const
  const chosen = { company: [], place: [], skill: [] }
  return engine?.page({ ...question, chosen }, { edge: null, direction: 'onward', limit: 1000 })
}

/** A way to the database on which, while it is silent, bytes vanish and no connection ends. */
async function silenceable(to: URL) {
  const sockets: net.Socket[] = []
  const line = { isSilent: false, url: '', close: async () => {} }
  const server = net.createServer((near) => {
    const far = net.connect(Number(to.port), to.hostname)
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.push(from)
      from.on('error', () => into.destroy())
      from.on('data', (bytes) => line.isSilent || into.write(bytes))
      from.on('close', () => into.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as net.AddressInfo).port)
  line.url = url.href
  line.close = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return line
}
