import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { GET as showJob } from '@/app/api/v1/jobs/[id]/route'
import { GET as searchJobs } from '@/app/api/v1/jobs/route'
import { GET as openapi } from '@/app/api/v1/openapi.json/route'
import { GET as suggestions } from '@/app/api/v1/suggestions/route'
import { GET as jsonFeed } from '@/app/jobs.json/route'
import { testDb } from '@/db/testing'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { knownKeys } from '@/lib/search/url/grammar'
import { parseSearch } from '@/lib/search/url/input'
import type { Handler } from '@/lib/web/handler'
import * as answers from './openapi-answers'
import { searchParameters, tableParameters } from './openapi-parameters'

testDb()

const jobs = makeJobs(40, randomFrom(3))

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
})

async function ask(door: Handler, query = '', params: Record<string, string> = {}): Promise<unknown> {
  const request = new Request(`http://localhost:3000/asked?${query}`)
  return (await door(request, { params: Promise.resolve(params) })).json()
}

const parameter = z.looseObject({
  name: z.string(),
  in: z.enum(['query', 'path']),
  schema: z.looseObject({}),
})
const reply = z.looseObject({
  description: z.string().min(1),
  content: z.record(z.string(), z.strictObject({ schema: z.looseObject({}) })).optional(),
})
const operation = z.strictObject({
  operationId: z.string().min(1),
  summary: z.string().min(1),
  description: z.string().optional(),
  parameters: z.array(parameter),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), reply),
})
const documentForm = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.strictObject({ url: z.url() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({ get: operation, parameters: z.array(parameter).optional() }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})),
    headers: z.record(z.string(), z.looseObject({ description: z.string(), schema: z.looseObject({}) })),
  }),
})

test('the document has the structure of OpenAPI 3.1, and every reference leads somewhere', async () => {
  const found = await ask(openapi)
  const document = documentForm.parse(found)
  const seen = { refs: 0 }
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    if ('$ref' in value) {
      seen.refs++
      expect([value.$ref, lookUp(found, String(value.$ref)) !== undefined]).toEqual([value.$ref, true])
    }
    Object.values(value).forEach(visit)
  }
  visit(found)
  expect(seen.refs).toBeGreaterThan(20)
  const ids = Object.values(document.paths).map(({ get }) => get.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [path, { get, parameters = [] }] of Object.entries(document.paths)) {
    const named = [...get.parameters, ...parameters].map((one) => `${one.in} ${one.name}`)
    expect(new Set(named).size).toBe(named.length)
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path ${name}`)
    expect(named.filter((one) => one.startsWith('path'))).toEqual(inPath)
  }
})

function lookUp(document: unknown, ref: string): unknown {
  return ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, key) => Object(at)[key], document)
}

test('every parameter that a search knows is documented, and no other', async () => {
  const { paths } = documentForm.parse(await ask(openapi))
  for (const path of ['/api/v1/jobs', '/jobs.rss', '/jobs.json', '/jobs.csv']) {
    const named = paths[path]?.get.parameters.map(({ name }) => name) ?? []
    expect([path, named.toSorted()]).toEqual([path, [...knownKeys].toSorted()])
  }
})

const cursor = 'a'.repeat(26)

test('every value that is documented, as a choice or an example, is understood', () => {
  for (const parameters of [searchParameters(), tableParameters]) {
    for (const [key, { schema, examples = [] }] of Object.entries(parameters)) {
      const form = z.toJSONSchema(schema, { io: 'input' })
      const one = form.type === 'array' ? (form.items as typeof form) : form
      const values = [...(one.enum ?? []), ...examples.flat()].map(String)
      if (key === 'limit') values.push('1', '100')
      if (key === 'after' || key === 'before') values.push(cursor, `-12.${cursor}`)
      expect([key, values.length > 0]).toEqual([key, true])
      for (const value of values) {
        const { ignored, refused } = parseSearch([[key, value]], { currency: 'USD' })
        const odd = ignored.filter(({ reason }) => reason.startsWith('unknown'))
        expect([key, value, odd, refused]).toEqual([key, value, [], []])
      }
    }
  }
})

test('a value outside its documented list is not understood', () => {
  for (const [key, { schema }] of Object.entries(searchParameters())) {
    const form = z.toJSONSchema(schema, { io: 'input' })
    const one = form.type === 'array' ? (form.items as typeof form) : form
    if (!one.enum) continue
    const { ignored } = parseSearch([[key, 'no-such-value']], { currency: 'USD' })
    expect([key, ignored.map(({ reason }) => reason)]).toEqual([key, ['unknown-value']])
  }
})

test.each([
  '',
  'limit=3&workplace=remote',
  'q=zebra&sort=relevance',
  'sort=pay',
  'pay=40000&currency=USD',
  'country=de&roll=nurse&visa=yess&radius=10&pay=much&currency=EUR',
  'q=nothing-like-this-anywhere&workplace=remote',
  'place=berlin-de&radius=25&from=de&near_or_remote=1',
])('the answer to “%s” is as documented', async (query) => {
  const found = await ask(searchJobs, query)
  expect(answers.searchAnswer.safeParse(found).error).toBeUndefined()
  expect(answers.jsonFeed.safeParse(await ask(jsonFeed, query)).error).toBeUndefined()
})

test('a job, suggestions and refusals are as documented', async () => {
  const id = jobs[0]?.publicId ?? ''
  expect(answers.wholeJob.safeParse(await ask(showJob, '', { id })).error).toBeUndefined()
  for (const query of ['q=zeb', 'q=ber&in=where', 'q=kubernets', 'q=%21']) {
    expect(answers.suggestAnswer.safeParse(await ask(suggestions, query)).error).toBeUndefined()
  }
  for (const refused of [
    await ask(searchJobs, 'limit=0&q=a&q=b'),
    await ask(suggestions, 'in=nowhere'),
    await ask(showJob, '', { id: cursor }),
  ]) {
    expect(answers.problem.safeParse(refused).error).toBeUndefined()
  }
})
