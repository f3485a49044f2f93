import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { banner } from './banner'
import { buildAt } from './build'
import { pauseAfter } from './child'
import { connectionProblem } from './database'
import { isWeakSecret, planOf, refuseDemoAbroad } from './plan'
import { anyFree, isFree, nextFree } from './port'
import { seconds } from './progress'
import { sourceStamp } from './sources'

const STRONG = 'fO7x2mQ9-LzK4vB1_nR8tYw3EcHjUaSd'
const DATABASE_URL = 'postgres://me:hidden-word@db.example:6432/board'

test('without DATABASE_URL the board is embedded, local, and at port 3000', () => {
  expect(planOf({})).toEqual({
    database: null,
    host: 'localhost',
    port: 3000,
    baseUrl: null,
    secret: null,
    isLocal: true,
  })
})

test('DATABASE_URL wins, and migrations use it unless an owner is named', () => {
  const plan = planOf({ DATABASE_URL, WAYPOST_SECRET: STRONG })
  expect(plan.database).toEqual({ url: DATABASE_URL, ownerUrl: DATABASE_URL })
  const DATABASE_OWNER_URL = 'postgres://owner@db.example/board'
  expect(planOf({ DATABASE_URL, DATABASE_OWNER_URL, WAYPOST_SECRET: STRONG }).database?.ownerUrl).toBe(
    DATABASE_OWNER_URL,
  )
})

test('DATABASE_URL asks for a strong secret', () => {
  expect(() => planOf({ DATABASE_URL })).toThrow('WAYPOST_SECRET is missing')
  expect(() => planOf({ DATABASE_URL, WAYPOST_SECRET: 'short' })).toThrow('too short or easy to guess')
})

test('a secret is weak when it is short, repeats, or was typed', () => {
  const weak = [
    '',
    'a'.repeat(64),
    '0123456789'.repeat(4),
    'abcdefghijklmnopqrstuvwxyz012345',
    'change-me-please-I-am-not-secret!!',
    'correcthorse1correcthorse1correcthorse1',
  ]
  expect(weak.filter((secret) => !isWeakSecret(secret))).toEqual([])
  expect(
    [STRONG, '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'].filter(isWeakSecret),
  ).toEqual([])
})

test.each(['nonsense', 'mysql://x/y', 'postgres://host', 'postgres://host/'])(
  '%s is no address of a database',
  (url) => {
    expect(() => planOf({ DATABASE_URL: url, WAYPOST_SECRET: STRONG })).toThrow('not a PostgreSQL address')
  },
)

test('a base URL has no path, and a port is a port', () => {
  expect(planOf({ BASE_URL: 'https://jobs.example/' }).baseUrl).toBe('https://jobs.example')
  expect(() => planOf({ BASE_URL: 'https://jobs.example/board' })).toThrow('BASE_URL')
  expect(() => planOf({ BASE_URL: 'jobs.example' })).toThrow('BASE_URL')
  expect(() => planOf({ PORT: '70000' })).toThrow('PORT')
  expect(() => planOf({ PORT: '80a' })).toThrow('PORT')
})

test('demo mode stays on this machine', () => {
  for (const local of [{}, { BASE_URL: 'http://127.0.0.1:3000' }, { HOST: '::1' }]) {
    expect(() => refuseDemoAbroad(planOf(local))).not.toThrow()
  }
  expect(() => refuseDemoAbroad(planOf({ BASE_URL: 'https://jobs.example' }))).toThrow(
    'BASE_URL is https://jobs.example',
  )
  expect(() => refuseDemoAbroad(planOf({ BASE_URL: 'https://localhost.example' }))).toThrow('BASE_URL')
  expect(() => refuseDemoAbroad(planOf({ HOST: '0.0.0.0' }))).toThrow('HOST is 0.0.0.0')
  expect(() => planOf({ DATABASE_URL, WAYPOST_SECRET: STRONG, WAYPOST_DEMO: '1' })).toThrow('embedded')
})

test.each([
  ['ECONNREFUSED', 'nothing answers at db.example:6432'],
  ['ENOTFOUND', 'no host "db.example"'],
  ['28P01', 'refuses the user "me"'],
  ['3D000', 'no database "board"'],
  ['', 'something else'],
])('a connection that fails with %s says what is wrong, without the password', (code, said) => {
  const problem = connectionProblem(Object.assign(new Error('something else'), { code }), DATABASE_URL)
  expect(problem).toContain(said)
  expect(problem).not.toContain('hidden-word')
})

test('a host with two addresses that both refuse is one problem', () => {
  const refusals = [1, 2].map(() => Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
  expect(connectionProblem(new AggregateError(refusals), DATABASE_URL)).toContain('nothing answers')
})

test('a taken port is passed over', async () => {
  const port = await anyFree()
  const holder = createServer().listen(port, '127.0.0.1')
  await new Promise((resolve) => holder.once('listening', resolve))
  expect(await isFree(port, 'localhost')).toBe(false)
  expect(await nextFree(port, 'localhost', async (tried) => tried !== port)).toBe(port + 1)
  await new Promise((resolve) => holder.close(resolve))
  await expect(nextFree(4000, 'localhost', async () => false)).rejects.toThrow('are all taken')
})

test('a crashed process is started again after pauses that grow to half a minute', () => {
  expect([1, 2, 3, 4, 20].map(pauseAfter)).toEqual([500, 1000, 2000, 4000, 30_000])
})

test('a build for tests does not touch the one that serves', () => {
  const [serving, testing] = [buildAt('.next'), buildAt('.next-test')]
  expect(serving.web).toBe(path.join('dist', 'server.js'))
  expect(testing.web).toBe(path.join('dist', 'test', 'server.js'))
})

test('the stamp changes with a source, not with a test', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'waypost-sources-'))
  mkdirSync(path.join(root, 'lib/jobs'), { recursive: true })
  const write = (file: string, text: string) => writeFileSync(path.join(root, file), text)
  write('lib/jobs/rules.ts', 'one')
  const before = sourceStamp(root)
  write('lib/jobs/rules.test.ts', 'test')
  expect(sourceStamp(root)).toBe(before)
  write('lib/jobs/rules.ts', 'two')
  expect(sourceStamp(root)).not.toBe(before)
  rmSync(root, { recursive: true })
})

test('the demo people are named on a demo board only', () => {
  const facts = { url: 'http://localhost:3001', mode: 'production' } as const
  expect(banner({ ...facts, isDemo: true })).toContain('http://localhost:3001/demo/mail')
  expect(banner({ ...facts, isDemo: false })).not.toContain('emo')
})

test('times are read at a glance', () => {
  expect([940, 61_000, 185_000].map(seconds)).toEqual(['0.9 s', '1 min 1 s', '3 min 5 s'])
})
