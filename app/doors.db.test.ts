import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { GET as api } from '@/app/api/v1/jobs/route'
import { GET as csv } from '@/app/jobs.csv/route'
import { GET as jsonFeed } from '@/app/jobs.json/route'
import { GET as rss } from '@/app/jobs.rss/route'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { columnNames, openTable } from '@/lib/feeds/csv-rows'
import { readCsv } from '@/lib/feeds/testing/read-csv'
import { childrenOf, readXml, textOf, type XmlElement } from '@/lib/feeds/testing/read-xml'
import { makeJobs, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { hostileTexts } from '@/lib/search/testing/hostile'
import { sampleSearch } from '@/lib/search/testing/sample-searches'
import type { Handler } from '@/lib/web/handler'

testDb()

const BASE = 'http://localhost:3000'
const hostileTitles = [
  ']]></title></item><script>alert(1)</script>',
  'R&D <b>lead</b> &amp; "more" \'quoted\'',
  '=HYPERLINK("https://example.org","open")',
  '-2+3',
  '@here, "now"',
  '👩‍💻 engineer 🧑🏽‍⚕️',
  '\u202egnirts',
  'مهندس برمجيات',
  'a\u0001b\ufffec',
]
const jobs = makeJobs(130, randomFrom(7)).map((job, i) => ({ ...job, title: hostileTitles[i] ?? job.title }))

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
})

function ask(door: Handler, path: string, query = '', headers: Record<string, string> = {}) {
  return door(new Request(`${BASE}${path}?${query}`, { headers }), { params: Promise.resolve({}) })
}

const ids = z.object({
  data: z.array(z.object({ publicId: z.string() })),
  page: z.object({ after: z.string().nullable() }),
})
const feed = z.object({
  items: z.array(z.looseObject({ id: z.string(), title: z.string(), url: z.string() })),
  next_url: z.string().optional(),
})

async function askApi(query: string) {
  const { data, page } = ids.parse(await (await ask(api, '/api/v1/jobs', query)).json())
  return { ids: data.map((job) => job.publicId), after: page.after }
}

async function askRss(query: string) {
  const [channel] = childrenOf(readXml(await (await ask(rss, '/jobs.rss', query)).text()), 'channel')
  if (!channel) throw new Error('no channel')
  return { channel, items: childrenOf(channel, 'item') }
}

const inside = (item: XmlElement, name: string) => childrenOf(item, name).map(textOf)[0]

async function askFeed(query: string) {
  return feed.parse(await (await ask(jsonFeed, '/jobs.json', query)).json())
}

async function askCsv(query: string) {
  const [head, ...rows] = readCsv(await (await ask(csv, '/jobs.csv', query)).text())
  expect(head).toEqual(columnNames)
  return rows.map((row) => Object.fromEntries(columnNames.map((name, i) => [name, row[i] ?? ''])))
}

async function throughEachDoor(query: string) {
  const [fromApi, fromRss, fromFeed, fromCsv] = await Promise.all([
    askApi(query),
    askRss(query),
    askFeed(query),
    askCsv(query),
  ])
  return {
    api: fromApi.ids,
    rss: fromRss.items.map((item) => inside(item, 'guid')),
    json: fromFeed.items.map((item) => item.id),
    csv: fromCsv.map((row) => row.id),
  }
}

const searches = [
  '',
  'workplace=remote',
  'not.workplace=none&skill=rust&skill=sql',
  'q=zebra',
  'q=zebra or quartz&sort=relevance',
  'sort=pay',
  'sort=pay&pay=40000&currency=USD&period=year',
  'country=de&posted=7d',
  'company=acme&not.skill=python',
  'role=nurse&q=-walrus',
  'q=nothing-like-this-anywhere',
]

test.each(searches)('“%s” gives the same jobs in the same order through every door', async (search) => {
  for (const limit of [1, 7, 100]) {
    const found = await throughEachDoor(`${search}&limit=${limit}`)
    expect(found).toEqual({ api: found.api, rss: found.api, json: found.api, csv: found.api })
  }
})

test('random searches give the same jobs in the same order through every door', async () => {
  await fc.assert(
    fc.asyncProperty(sampleSearch, fc.integer({ min: 1, max: 100 }), async ({ pairs }, limit) => {
      const found = await throughEachDoor(`${new URLSearchParams(pairs)}&limit=${limit}`)
      expect(found).toEqual({ api: found.api, rss: found.api, json: found.api, csv: found.api })
    }),
    { numRuns: 40 },
  )
})

test.each(['', 'sort=pay', 'q=zebra or cobra&sort=relevance'])(
  'the pages of “%s”, linked by each door, are the whole result, and so is the table',
  async (search) => {
    const whole: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page = await askApi(`${search}&limit=100${after && `&after=${after}`}`)
      whole.push(...page.ids)
      after = page.after
    }
    expect((await askCsv(search)).map((row) => row.id)).toEqual(whole)

    const byRss: (string | undefined)[] = []
    for (let query: string | null = `${search}&limit=60`; query !== null; ) {
      const { channel, items } = await askRss(query)
      byRss.push(...items.map((item) => inside(item, 'guid')))
      const next = childrenOf(channel, 'atom:link').find((link) => link.attributes.rel === 'next')
      query = next ? new URL(next.attributes.href ?? '').search.slice(1) : null
    }
    expect(byRss).toEqual(whole)

    const byFeed: string[] = []
    for (let query: string | null = `${search}&limit=60`; query !== null; ) {
      const { items, next_url } = await askFeed(query)
      byFeed.push(...items.map((item) => item.id))
      query = next_url ? new URL(next_url).search.slice(1) : null
    }
    expect(byFeed).toEqual(whole)
  },
)

test('a feed holds 50 jobs where nobody says how many, the same as a page of 50', async () => {
  const { ids } = await askApi('limit=50')
  expect((await askFeed('')).items.map((item) => item.id)).toEqual(ids)
  expect((await askRss('limit=')).items.map((item) => inside(item, 'guid'))).toEqual(ids)
})

test('a table begins behind a cursor, and holds one page before one', async () => {
  const { ids } = await askApi('limit=100')
  expect((await askCsv(`after=${ids[9]}`)).map((row) => row.id).slice(0, 90)).toEqual(ids.slice(10))
  expect((await askCsv(`before=${ids[9]}`)).map((row) => row.id)).toEqual(ids.slice(0, 9))
})

test('a table of many is cut where it is said to be', async () => {
  const table = await openTable(new URLSearchParams(), { mostRows: 110 })
  let text = ''
  for await (const piece of table.pieces) text += piece
  expect(readCsv(text)).toHaveLength(111)
})

test('hostile titles arrive as they are through each door, and open as text', async () => {
  const [fromRss, fromFeed, rows] = [await askRss('limit=100'), await askFeed('limit=100'), await askCsv('')]
  const byId = new Map(jobs.map((job) => [job.publicId, job]))
  const hostile = new Set(hostileTitles)
  const seen = new Set<string>()
  for (const item of fromRss.items) {
    const { title } = byId.get(inside(item, 'guid') ?? '') ?? { title: '' }
    if (hostile.has(title)) seen.add(title)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold.
    expect(inside(item, 'title')).toBe(title.replace(/[\u0001\ufffe]/g, '\ufffd'))
    expect(inside(item, 'description')).not.toContain('<script')
  }
  expect(seen.size).toBeGreaterThan(hostileTitles.length / 2)
  for (const item of fromFeed.items) expect(item.title).toBe(byId.get(item.id)?.title)
  for (const row of rows) {
    const title = byId.get(row.id ?? '')?.title ?? ''
    expect(row.title).toBe(/^[=@-]/.test(title) ? `'${title}` : title)
    expect(row.url).toMatch(new RegExp(`^${BASE}/jobs/[^"<>]+-${row.id}$`))
  }
})

test('an RSS item says what, who, where, how much and when', async () => {
  const { channel, items } = await askRss('workplace=remote&limit=5')
  expect(inside(channel, 'title')).toBe('Remote · Waypost')
  expect(inside(channel, 'link')).toBe(`${BASE}/jobs?workplace=remote`)
  const self = childrenOf(channel, 'atom:link').find((link) => link.attributes.rel === 'self')
  expect(self?.attributes.href).toBe(`${BASE}/jobs.rss?workplace=remote&limit=5`)
  for (const item of items) {
    expect(childrenOf(item, 'guid')[0]?.attributes.isPermaLink).toBe('false')
    const date = inside(item, 'pubDate') ?? ''
    expect(date).toMatch(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/)
    expect(inside(item, 'description')).toMatch(
      /Remote.*<\/p><p>(Pay not stated|.*(a|an) (hour|day|week|month|year))/,
    )
  }
})

const doors = [
  ['/api/v1/jobs', api],
  ['/jobs.rss', rss],
  ['/jobs.json', jsonFeed],
] as const

test.each(doors)('%s is not sent again to who has it, until a job of it closes', async (path, door) => {
  const first = await ask(door, path, 'company=fjord')
  const etag = first.headers.get('etag') ?? ''
  const since = first.headers.get('last-modified') ?? ''
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=10')
  const again = await ask(door, path, 'company=fjord', { 'if-none-match': etag })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  expect((await ask(door, path, 'company=fjord', { 'if-modified-since': since })).status).toBe(304)

  const [closed] = jobs.filter((job) => job.company === 'fjord')
  await db().execute(sql`delete from job_search where job_id = ${closed?.id}`)
  expect((await ask(door, path, 'company=fjord', { 'if-none-match': etag })).status).toBe(200)
  expect((await ask(door, path, 'company=fjord', { 'if-modified-since': since })).status).toBe(200)
  await writeJobs(jobs)
})

const allDoors = [...doors, ['/jobs.csv', csv]] as const

test.each(allDoors)('%s refuses by name what cannot be answered', async (path, door) => {
  for (const [query, key] of [
    ['q=a&q=b', 'q'],
    ['limit=1000', 'limit'],
    ['after=-1', 'after'],
    [`after=${'z'.repeat(26)}`, 'after'],
    [`sort=pay&after=${jobs[0]?.publicId}`, 'after'],
  ] as const) {
    const response = await ask(door, path, query)
    expect([query, response.status, response.headers.get('etag')]).toEqual([query, 400, null])
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(Object.keys((await response.json()).errors)).toEqual([key])
  }
})

test('what had no effect is named through every door', async () => {
  const query = 'roll=nurse&limit=1'
  const { channel } = await askRss(query)
  expect(inside(channel, 'description')).toContain('roll=nurse (role?)')
  const body = await (await ask(jsonFeed, '/jobs.json', query)).json()
  expect(body._waypost.ignored).toMatchObject([{ key: 'roll', value: 'nurse', nearest: 'role' }])
  for (const [path, door] of allDoors.slice(1)) {
    const response = await ask(door, path, query)
    expect([path, response.headers.get('waypost-ignored')]).toEqual([path, 'roll=nurse'])
    await response.body?.cancel()
  }
})

test('hostile text is 200 or 400 through every door, and what is sent can be read', async () => {
  for (const text of hostileTexts) {
    for (const key of ['q', text]) {
      const query = new URLSearchParams([
        [key, text],
        ['limit', '2'],
      ]).toString()
      const found = await Promise.all(allDoors.map(([path, door]) => ask(door, path, query)))
      const statuses = found.map((response) => response.status)
      expect([text.slice(0, 20), [...new Set(statuses)].length]).toEqual([text.slice(0, 20), 1])
      expect([200, 400]).toContain(statuses[0])
      const [, fromRss, fromFeed, fromCsv] = await Promise.all(found.map((response) => response.text()))
      if (statuses[0] !== 200) continue
      readXml(fromRss ?? '')
      JSON.parse(fromFeed ?? '')
      readCsv(fromCsv ?? '')
    }
  }
})
