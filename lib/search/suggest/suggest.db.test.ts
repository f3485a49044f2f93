import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { makeJobs, type SampleJob, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { answerSuggest } from './answer-suggest'
import { loadLabels } from './load-labels'
import { readLabels } from './read-labels'

testDb()
afterEach(() => vi.restoreAllMocks())

const jobs = makeJobs(60, randomFrom(31))
const count = (has: (job: SampleJob) => boolean) => jobs.filter(has).length

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
  await db().execute(
    sql`insert into skill_aliases (alias, skill_id) select 'k8s', id from skills where slug = 'kubernetes'`,
  )
  await db().execute(sql`insert into place_aliases (alias, place_id)
    select alias, id from places, (values ('muenchen'), ('MUC')) as a (alias) where slug = 'munich-de'`)
})

test('every label says how many open jobs have it', async () => {
  const labels = await readLabels(db())
  const jobsOf = (kind: string, slug: string) =>
    labels.find((one) => one.kind === kind && one.slug === slug)?.jobs
  const lies = (key: 'country' | 'region' | 'city', slug: string) => (job: SampleJob) =>
    job.places.some((place) => place[key] === slug)
  expect(jobsOf('role', 'nurse')).toBe(count((job) => job.role === 'nurse'))
  expect(jobsOf('skill', 'rust')).toBe(count((job) => job.skills.includes('rust')))
  expect(jobsOf('company', 'acme')).toBe(count((job) => job.company === 'acme'))
  expect(jobsOf('country', 'de')).toBe(count(lies('country', 'de')))
  expect(jobsOf('region', 'bavaria-de')).toBe(count(lies('region', 'bavaria-de')))
  expect(jobsOf('place', 'munich-de')).toBe(count(lies('city', 'munich-de')))
  expect(jobsOf('workplace', 'remote')).toBe(count((job) => job.workplace === 'remote'))
})

test('a suggestion says what it is and what to add to the search', async () => {
  const { data, meta } = await answerSuggest('senior k8s', 'words')
  expect(meta.typed).toBe('k8s')
  expect(data).toEqual([
    {
      kind: 'skill',
      slug: 'kubernetes',
      label: 'Kubernetes',
      detail: 'Skill',
      count: count((job) => job.skills.includes('kubernetes')),
      query: 'skill=kubernetes',
    },
  ])
  const munich = { query: 'place=munich-de', detail: 'City in DE' }
  for (const typed of ['muenchen', 'muc', 'munihc']) {
    expect((await answerSuggest(typed, 'where')).data[0]).toMatchObject(munich)
  }
})

test('cities of one name are told apart by their regions', async () => {
  await db().execute(sql`insert into places (id, kind, slug, name, country_code, country_id, region_id, population)
    select 20000, 'city', 'munich-berlin-de', 'Munich', 'DE', country_id, id, 200000 from places where slug = 'berlin-de' and kind = 'region'`)
  const details = (await readLabels(db()))
    .filter(({ label }) => label === 'Munich')
    .map(({ detail }) => detail)
  expect(details.sort()).toEqual(['City in Bavaria, DE', 'City in Berlin, DE'])
})

test('a town without a job is suggested only when it is large', async () => {
  await db().execute(sql`insert into places (id, kind, slug, name, country_code, country_id, population)
    select 20001, 'city', 'hamlet-de', 'Hamlet', 'DE', id, 99999 from places where slug = 'de'`)
  expect((await readLabels(db())).filter(({ label }) => label === 'Hamlet')).toEqual([])
})

test('once a minute they are read again, and nobody waits for that', async () => {
  const found = async () => (await answerSuggest('newcomer', 'words')).data.map(({ label }) => label)
  await loadLabels()
  await db().execute(sql`update skills set name = 'Newcomer' where slug = 'surgery'`)
  expect(await found()).toEqual([])
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + 61_000)
  expect(await found()).toEqual([])
  await vi.waitFor(async () => expect(await found()).toEqual(['Newcomer']), { timeout: 10_000 })
})

test('while they cannot be read again, the old ones answer', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.spyOn(db(), 'transaction').mockRejectedValue(new Error('away'))
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + 10 * 61_000)
  expect((await answerSuggest('rust', 'words')).data).toHaveLength(1)
  await vi.waitFor(() => expect(complaint).toHaveBeenCalledWith('suggestions stay as they were: away'))
  expect((await answerSuggest('rust', 'words')).data).toHaveLength(1)
})
