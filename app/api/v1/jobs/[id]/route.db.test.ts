import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { newPublicId } from '@/lib/jobs/public-id'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { GET } from './route'

testDb()

const [job, draft] = makeJobs(2, randomFrom(3))
if (!job || !draft) throw new Error('two jobs were asked for')

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs([job, draft])
  await db().execute(sql`update jobs set text = ${'## The work\n\n<script>alert(1)</script>\n\nAnd **more**'}
    where public_id = ${job.publicId}`)
  await db().execute(sql`update jobs set state = 'draft' where public_id = ${draft.publicId}`)
})

function get(id: string): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/v1/jobs/${encodeURIComponent(id)}`)
  return GET(request, { params: Promise.resolve({ id }) })
}

test('a job is answered with its facts and its text as harmless HTML', async () => {
  const response = await get(job.publicId)
  const { data } = await response.json()
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toContain('public')
  expect(data).toMatchObject({ publicId: job.publicId, title: job.title, state: 'published' })
  expect(data).not.toHaveProperty('id')
  expect(data.html).toContain('<h2>The work</h2>')
  expect(data.html).toContain('<strong>more</strong>')
  expect(data.html).not.toContain('<script')
})

test.each([
  ['a draft', draft.publicId],
  ['an id that nobody has', newPublicId()],
  ['no id at all', `x' or 1=1 --`],
])('%s is not here', async (_name, id) => {
  const response = await get(id)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('problem+json')
})
