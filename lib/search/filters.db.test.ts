import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { testDb } from '@/db/testing'
import { makeJobs, type SampleJob, writeJobs, writeTaxonomy } from '@/lib/jobs/testing/corpus'
import { randomFrom } from '@/lib/jobs/testing/random'
import { answerSearch } from './answer'
import { describeSearch, nameOfSearch } from './describe'
import { findCities } from './dictionary'
import { searchFacets } from './facets'
import { matchesOf, necessaryLexemes } from './matches'
import { searchPage } from './page'
import { readSearch } from './read'
import { firstPage } from './search'
import { hostileTexts } from './testing/hostile'
import { printSearch } from './url/grammar'
import { parseSearch } from './url/input'

const board = testDb()

/** The counts are under test, not the time that this machine needs for them. */
const patient = { timeLimitMs: 20_000 }

const munich = { country: 'de', region: 'bavaria-de', city: 'munich-de' }
const austin = { country: 'us', region: 'texas-us', city: 'austin-us' }
const [blank] = makeJobs(1, randomFrom(1)) as [SampleJob]
const plain: SampleJob = {
  ...blank,
  title: 'zebra',
  text: '',
  company: 'acme',
  role: null,
  seniority: null,
  workplace: null,
  type: null,
  places: [],
  skills: [],
  eligibility: null,
  pay: null,
  visa: null,
  publishedDaysAgo: 60,
  seenDaysAgo: 60,
}
const usd = (min: number | null, max: number | null) => ({
  min,
  max,
  currency: 'USD',
  period: 'year' as const,
  implausible: false,
})

/** Each job is plain but for what its number is asked for. */
const differences: Partial<SampleJob>[] = [
  { role: 'nurse', seniority: 'senior', publishedDaysAgo: 0.5 },
  { role: 'backend-developer', workplace: 'onsite', company: 'borealis' },
  { workplace: 'remote', eligibility: ['de', 'fr'], skills: ['rust', 'sql'] },
  { workplace: 'remote', eligibility: 'worldwide', skills: ['rust'] },
  { workplace: 'remote', eligibility: null },
  { workplace: 'hybrid', eligibility: 'worldwide', places: [munich, austin] },
  { places: [{ country: 'de', region: null, city: null }], type: 'full_time', seenDaysAgo: 2 },
  { pay: usd(40_000, 60_000), visa: 'offered' },
  { pay: usd(55_000, null), visa: 'not_offered' },
  { pay: usd(null, 50_000) },
  { pay: { ...usd(26, 30), period: 'hour' } },
  { pay: { ...usd(50_000, 70_000), currency: 'EUR' } },
  { pay: { ...usd(55, 65), implausible: true } },
  { title: 'quartz falcon', text: 'the walrus and a cobra' },
]
const jobs = differences.map(
  (difference, i): SampleJob => ({
    ...plain,
    id: i + 1,
    publicId: `${'abcdefghijklmnop'.charAt(i)}`.repeat(26),
    ...difference,
  }),
)
const every = jobs.map((job) => job.id)
const but = (...ids: number[]) => every.filter((id) => !ids.includes(id))

beforeAll(async () => {
  await writeTaxonomy()
  await writeJobs(jobs)
})

async function found(query: string): Promise<number[]> {
  const { search, ignored, refused } = await readSearch(new URLSearchParams(query))
  expect([...ignored, ...refused]).toEqual([])
  const { rows } = await searchPage(search, { ...firstPage, limit: 100 })
  return rows.map((row) => row.id).sort((a, b) => a - b)
}

describe('each filter finds what it says', () => {
  test.each<[string, number[]]>([
    ['', every],
    ['role=nurse', [1]],
    ['role=nurse&role=backend-developer', [1, 2]],
    ['role=nurse&role=none', but(2)],
    ['not.role=nurse', but(1)],
    ['not.role=none', [1, 2]],
    ['role=nurse&not.role=nurse', []],
    ['seniority=senior', [1]],
    ['workplace=remote', [3, 4, 5]],
    ['workplace=remote&workplace=hybrid&not.company=borealis', [3, 4, 5, 6]],
    ['type=full_time', [7]],
    ['company=borealis', [2]],
    ['not.company=acme', [2]],
    ['country=de', [6, 7]],
    ['country=de&not.country=us', [7]],
    ['country=none', but(6, 7)],
    ['region=bavaria-de', [6]],
    ['region=none&country=de', [7]],
    ['place=munich-de&place=berlin-de', [6]],
    ['place=none', but(6)],
    ['skill=rust', [3, 4]],
    ['skill.all=rust&skill.all=sql', [3]],
    ['skill=rust&not.skill=sql', [4]],
    ['skill=none', but(3, 4)],
    ['posted=1d', [1]],
    ['seen=3d', [7]],
    ['posted=1d&seen=3d', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })
})

describe('eligibility is about remote jobs', () => {
  test.each<[string, number[]]>([
    ['from=de', [3, 4]],
    ['from=us', [4]],
    ['from=us&from=none', [4, 5]],
    ['from=worldwide', [4]],
    ['from=none', [5]],
    ['not.from=de', but(3, 4)],
    ['workplace=remote&not.from=none', [3, 4]],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })
})

describe('near a place, or remote for me', () => {
  test.each<[string, number[]]>([
    ['place=starnberg-de', []],
    ['place=starnberg-de&radius=10', []],
    ['place=starnberg-de&radius=25', [6]],
    ['place=augsburg-de&radius=50', []],
    ['place=augsburg-de&radius=100', [6]],
    ['place=augsburg-de&radius=100&not.place=munich-de', []],
    ['place=starnberg-de&place=austin-us&radius=25', [6]],
    ['place=starnberg-de&radius=25&near_or_remote=1', [3, 4, 6]],
    ['place=starnberg-de&radius=25&near_or_remote=1&from=us', [4, 6]],
    ['place=starnberg-de&radius=25&near_or_remote=1&from=none', [5, 6]],
    ['place=starnberg-de&near_or_remote=1&not.from=de', []],
    ['place=starnberg-de&near_or_remote=1&skill=sql', [3]],
    ['from=eu', [3, 4]],
    ['country=dach', [6, 7]],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  test.each([
    ['radius', '25'],
    ['near_or_remote', '1'],
  ])('%s without a place is named', async (key, value) => {
    const { search, ignored } = await readSearch([[key, value]])
    expect(ignored).toEqual([{ key, value, reason: 'needs-place', nearest: null }])
    expect(printSearch(search)).toBe('')
  })
})

describe('text and visa', () => {
  test.each<[string, number[]]>([
    ['text=yes', [14]],
    ['text=none', but(14)],
    ['not.text=none', [14]],
    ['visa=offered', [8]],
    ['visa=offered&visa=not_offered', [8, 9]],
    ['not.visa=none', [8, 9]],
    ['not.visa=offered&not.visa=none', [9]],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })
})

describe('order', () => {
  const sorted = async (query: string) => {
    const { search } = await readSearch(new URLSearchParams(query))
    return (await searchPage(search, { ...firstPage, limit: 100 })).rows.map((row) => row.id)
  }

  test('by pay: the top of the range in the currency asked for, then what states none or another', async () => {
    expect((await sorted('sort=pay&not.pay=none')).slice(0, 4)).toEqual([11, 8, 9, 10])
    expect((await sorted('sort=pay&pay=1&currency=EUR&not.pay=none&also.pay=other'))[0]).toBe(12)
    expect((await sorted('sort=pay')).slice(0, 4)).toEqual([11, 8, 9, 10])
  })

  test('by relevance: a word in the title before a word in the text, and each row says why', async () => {
    const { data, meta } = await answerSearch(new URLSearchParams('q=quartz or rust&sort=relevance'), patient)
    expect(meta.sort).toBe('relevance')
    const [first] = data
    expect(first?.title).toBe('quartz falcon')
    expect(meta.why[first?.publicId ?? '']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'title' }),
        expect.objectContaining({ name: 'age' }),
      ]),
    )
    const sums = data.map((row) =>
      (meta.why[row.publicId] ?? []).reduce((sum, { points }) => sum + points, 0),
    )
    expect(sums).toEqual([...sums].sort((a, b) => b - a))
  })
})

describe('no dead end', () => {
  test.each([
    'place=starnberg-de&role=nurse',
    'skill.all=rust&skill.all=surgery',
    'q=walrus quarz&seniority=senior&workplace=remote',
    'posted=1d&seen=3d',
    'pay=900000&not.pay=none',
    'workplace=onsite&seniority=lead&type=contract',
  ])('%s finds nothing, and every step says exactly what it gives', async (query) => {
    const { meta } = await answerSearch(new URLSearchParams(query), patient)
    expect(meta.total).toBe(0)
    expect(meta.steps.length).toBeGreaterThan(1)
    for (const step of meta.steps) {
      const { meta: there } = await answerSearch(new URLSearchParams(step.query), patient)
      expect([step.label, there.total, there.canonical]).toEqual([step.label, step.count, step.query])
      expect(step.count).toBeGreaterThan(0)
    }
  })

  test('widening, allowing what is not stated and the likely spelling are among them', async () => {
    const labels = async (query: string) =>
      (await answerSearch(new URLSearchParams(query), patient)).meta.steps.map((step) => step.label)
    expect(await labels('place=starnberg-de&radius=10')).toContain('Within 25 km')
    expect(await labels('pay=900000&not.pay=none')).toContain('With jobs that state no pay')
    expect(await labels('q=kubernets')).not.toContain('With “kubernetes” instead of “kubernets”')
    expect(await labels('q=surgry or pyton')).toEqual(['Without “surgry or pyton”', 'All jobs'])
    expect(await labels('q=munihc')).toContain('With “munich” instead of “munihc”')
    expect(await labels('seen=1d&type=full_time')).toContain('First seen in the last 3 days')
  })
})

describe('pay is compared with the top of the range; what states none is kept until it is left out', () => {
  const paid = [8, 9, 10, 11, 12]
  const silent = but(...paid)
  const withSilent = (...ids: number[]) => [...silent, ...ids].sort((a, b) => a - b)
  test.each<[string, number[]]>([
    ['pay=55000', withSilent(8, 9, 11)],
    ['pay=55000&not.pay=none', [8, 9, 11]],
    ['pay=60000&not.pay=none', [8, 11]],
    ['pay=60000.01&not.pay=none', [11]],
    ['pay=62400&not.pay=none', [11]],
    ['pay=62401&not.pay=none', []],
    ['pay=30&period=hour&not.pay=none', [11]],
    ['pay=5000&period=month&not.pay=none', [8, 11]],
    ['pay=50000&not.pay=none', [8, 9, 10, 11]],
    ['pay=9000&not.pay=none', [8, 9, 10, 11]],
    ['pay=100&not.pay=none&also.pay=other', paid],
    ['pay=65000&currency=EUR&not.pay=none', [12]],
    ['pay=65000&currency=EUR', withSilent(12)],
    ['pay=none', silent],
    ['not.pay=none', paid],
    ['pay=none&not.pay=none', []],
  ])('%s', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  test('the facet counts floors, silence and other currencies apart', async () => {
    const answer = await searchFacets(parseSearch([['pay', '1000000']]).search, patient)
    const rows = new Map(answer?.facets.pay.map((row) => [row.value, row]))
    expect([rows.get('none')?.count, rows.get('other')?.count]).toEqual([silent.length, 1])
    expect([50_000, 55_000, 60_000].map((floor) => rows.get(String(floor))?.count)).toEqual([4, 3, 2])
    expect(rows.get('60000')?.label).toBe('≥ 60,000 USD')
  })

  test('the answer says how many of its jobs state no pay', async () => {
    const { meta } = await answerSearch([['pay', '55000']], patient)
    expect(meta).toMatchObject({ total: silent.length + 3, stated: `${silent.length} state no pay` })
    expect((await answerSearch([['not.pay', 'none']], patient)).meta.stated).toBeNull()
  })
})

describe('words', () => {
  test.each<[string, number[]]>([
    ['quartz', [14]],
    ['"quartz falcon"', [14]],
    ['"falcon quartz"', []],
    ['walruses', [14]],
    ['quartz or borealis', [2, 14]],
    ['zebra -borealis', but(2, 14)],
    ['-zebra', [14]],
    ['rust', [3, 4]],
    ['munich', [6]],
  ])('%s', async (q, expected) => {
    expect(await found(new URLSearchParams({ q }).toString())).toEqual(expected)
  })

  test.each(['the and of', '!!!', '""', 'the'])('"%s" has no word to search for, and says so', async (q) => {
    const { meta, data } = await answerSearch([
      ['q', q],
      ['role', 'nurse'],
    ])
    expect(meta.ignored).toEqual([{ key: 'q', value: q, reason: 'no-words', nearest: null }])
    expect(meta.canonical).toBe('role=nurse')
    expect(data).toHaveLength(1)
    expect(await matchesOf(parseSearch([['q', q]]).search, every)).toEqual([])
  })
})

describe('what does not exist is named with what does', () => {
  test.each([
    ['role', 'bakend-developer', 'backend-developer', 'Backend-developer'],
    ['not.skill', 'kubernets', 'kubernetes', 'Kubernetes'],
    ['company', 'borealiss', 'borealis', undefined],
    ['region', 'bavarja-de', 'bavaria-de', 'Bavaria, DE'],
    ['skill.all', 'pyton', 'python', 'Python'],
    ['company', 'none', null, undefined],
    ['role', 'zzzzzzzz', null, undefined],
  ])('%s=%s', async (key, value, nearest, nearestLabel) => {
    const { search, ignored } = await readSearch([[key, value]])
    expect(ignored).toEqual([
      { key, value, reason: 'unknown-value', nearest, ...(nearestLabel ? { nearestLabel } : {}) },
    ])
    expect(printSearch(search)).toBe('')
  })

  test('a page leaves an unknown value aside; an alert whose filter has gone matches nothing', async () => {
    const { search } = parseSearch([
      ['company', 'gone'],
      ['role', 'nurse'],
    ])
    expect((await searchPage(search)).rows.map((row) => row.id)).toEqual([1])
    expect(await matchesOf(search, every)).toEqual([])
    expect(
      await matchesOf(
        parseSearch([
          ['company', 'gone'],
          ['company', 'borealis'],
        ]).search,
        every,
      ),
    ).toEqual([2])
  })
})

describe('a search in words', () => {
  test('each chip takes away its own part and nothing else', async () => {
    const query =
      'company=acme&currency=USD&not.role=none&pay=70000&q=zebra&role=nurse&skill.all=rust&workplace=remote'
    const { search } = parseSearch(new URLSearchParams(query))
    const chips = await describeSearch(search)
    expect(chips.map((chip) => chip.label)).toEqual([
      '“zebra”',
      'Nurse',
      'With Rust',
      'Remote',
      'Acme',
      '≥ 70,000 USD',
      'Role stated',
    ])
    for (const { without } of chips) expect(printSearch(search)).not.toBe(without)
    expect(chips[5]?.without).toBe(
      'company=acme&not.role=none&q=zebra&role=nurse&skill.all=rust&workplace=remote',
    )
    expect(new Set(chips.map((chip) => chip.without)).size).toBe(chips.length)
  })

  test.each([
    ['', 'All jobs'],
    ['role=nurse&workplace=remote&pay=70000', 'Nurse, remote, ≥ 70,000 USD'],
    ['place=munich-de&posted=7d&not.company=acme', 'Munich, DE, published in the last 7 days, not Acme'],
    [
      'pay=25&period=hour&not.pay=none&from=de&seniority=none',
      'Level not stated, remote from DE, ≥ 25 USD an hour, pay stated',
    ],
  ])('%s is called %s', async (query, name) => {
    expect(await nameOfSearch(parseSearch(new URLSearchParams(query)).search)).toBe(name)
  })

  test('a long name is cut', async () => {
    const search = parseSearch([['q', 'zebra '.repeat(49)]]).search
    expect((await nameOfSearch(search)).length).toBeLessThanOrEqual(120)
  })
})

describe('a place in words', () => {
  test.each([
    ['Munich', 'place=munich-de'],
    ['Munich, Bavaria', 'place=munich-de'],
    ['Texas', 'region=texas-us'],
    ['Remote', 'workplace=remote'],
  ])('%s is %s', async (where, canonical) => {
    const { search, ignored } = await readSearch([['where', where]])
    expect(ignored).toEqual([])
    expect(printSearch(search)).toBe(canonical)
  })

  test('one that nobody knows is named', async () => {
    const { search, ignored } = await readSearch([
      ['where', 'Xyzzy'],
      ['role', 'nurse'],
    ])
    expect(ignored).toEqual([{ key: 'where', value: 'Xyzzy', reason: 'unknown-value', nearest: null }])
    expect(printSearch(search)).toBe('role=nurse')
  })
})

test('necessary lexemes are none where an index could use none', async () => {
  const of = (query: string) => necessaryLexemes(parseSearch(new URLSearchParams(query)).search)
  expect(await of('')).toBeNull()
  expect(await of('not.role=nurse')).toBeNull()
  expect(await of('q=-zebra&posted=7d')).toBeNull()
  expect(await of('role=nurse&not.company=acme')).toBe('((r_3) & !(co_1))')
  expect(await of('q=zebras&workplace=remote')).toBe(`((w_3) & ('zebra'))`)
})

describe('hostile input', () => {
  test('finds something or nothing, and never throws', async () => {
    for (const text of hostileTexts) {
      for (const key of ['q', 'role', 'company', 'place', 'pay', 'where', 'after']) {
        const { meta } = await answerSearch([
          [key, text],
          ['workplace', 'remote'],
        ])
        expect(meta.canonical).toContain('workplace=remote')
      }
    }
  })

  test('500 parameters and 40 facets at once are answered', async () => {
    const pairs = Array.from({ length: 500 }, (_, i): [string, string] => [
      i % 2 ? 'skill' : `x${i}`,
      `v${i}`,
    ])
    const { meta } = await answerSearch(pairs)
    expect(meta.ignored.length).toBeGreaterThan(0)
    expect(meta.refused.map((entry) => entry.reason)).toContain('too-many')
  })

  test('a cursor that is well formed and nobody’s is refused by name', async () => {
    const { meta, data } = await answerSearch([['after', 'z'.repeat(26)]])
    expect(meta.refused).toEqual([{ key: 'after', reason: 'bad-cursor' }])
    expect(data).toEqual([])
  })
})

test('counts that take too long are no counts', async () => {
  const { search } = parseSearch([['role', 'nurse']])
  const blocker = await board.owner.connect()
  try {
    await blocker.query('begin')
    await blocker.query('lock table job_search in access exclusive mode')
    expect(await searchFacets(search, { timeLimitMs: 100 })).toBeNull()
  } finally {
    await blocker.query('rollback')
    blocker.release()
  }
  expect((await searchFacets(search, patient))?.total).toBe(1)
})

test('no row of the answer carries the number that counts inside', async () => {
  const { data } = await answerSearch([])
  expect(data.length).toBeGreaterThan(0)
  for (const row of data) expect(Object.keys(row)).not.toContain('id')
})

test('a smaller city of a name that is there twice is called with its region', async () => {
  await db().execute(sql`insert into places (id, kind, slug, name, country_code, country_id, region_id, population)
    select 20000, 'city', 'munich-berlin-de', 'Munich', 'DE', country_id, id, 20000 from places where slug = 'berlin-de' and kind = 'region'`)
  const found = await findCities({ slugs: ['munich-de', 'munich-berlin-de'] })
  const labels = ['munich-de', 'munich-berlin-de'].map((slug) => found.named(slug)?.label)
  expect(labels).toEqual(['Munich, DE', 'Munich, Berlin, DE'])
})
