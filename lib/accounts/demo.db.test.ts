import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { companies, users } from '@/db/schema'
import { testDb } from '@/db/testing'
import { forgetEnv } from '@/lib/env'
import { NotFound } from '@/lib/outcome'
import { signInAsDemo } from './demo'
import { getViewer } from './queries'

testDb()

function demo(env: Record<string, string>) {
  for (const [name, value] of Object.entries({ WAYPOST_DEMO: '1', ...env })) vi.stubEnv(name, value)
  forgetEnv()
}
afterEach(() => {
  demo({ WAYPOST_DEMO: '', BASE_URL: 'http://localhost:3000', HOST: 'localhost' })
})

const enter = (person: 'employer' | 'candidate') =>
  signInAsDemo({ kind: 'visitor' }, { person, replacing: undefined })

test('one click signs in as the demo employer, who has one company however often', async () => {
  demo({})
  await Promise.all([enter('employer'), enter('employer')])
  const outcome = await enter('employer')
  const viewer = outcome.ok ? await getViewer(outcome.value) : null
  expect(viewer).toMatchObject({
    name: 'Demo Employer',
    isDemo: true,
    companies: [{ slug: 'demo-employer', role: 'owner' }],
  })
  expect(await db().$count(companies, eq(companies.isDemo, true))).toBe(1)
})

test('the demo candidate has no company', async () => {
  demo({})
  const outcome = await enter('candidate')
  expect(outcome.ok ? await getViewer(outcome.value) : null).toMatchObject({
    name: 'Demo Candidate',
    companies: [],
  })
})

test.each([
  ['demo mode is off', { WAYPOST_DEMO: '' }],
  ['the board has a public address', { BASE_URL: 'https://jobs.example.org' }],
  ['it listens to the network', { HOST: '0.0.0.0' }],
])('where %s, there is no such door', async (_, env) => {
  demo(env)
  const before = await db().$count(users)
  await expect(enter('employer')).rejects.toBeInstanceOf(NotFound)
  expect(await db().$count(users)).toBe(before)
})
