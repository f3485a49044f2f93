import type { APIRequestContext } from '@playwright/test'
import { countWithin, foldCopies } from '@/lib/jobs/fold'
import { type Random, randomFrom } from '@/lib/jobs/testing/random'
import type { SearchAnswer } from '@/lib/search/answer'
import { expect, isFull, test } from '../fixtures'

// One query, every door (PRODUCT.md, promise 1): the same jobs in the same order, for searches drawn from the board's own facets.

const SEARCHES = isFull ? 100 : 40
/** Of a page that folds, five reads of this and one job more are the largest page of the API. */
const LIMIT = 19
const LARGEST = 100

test('a sample of searches finds the same jobs in the same order through every door', async ({ request }) => {
  test.setTimeout(120_000)
  const random = randomFrom(20_261_121)
  const facets = (await answerTo(request, new URLSearchParams())).meta.facets
  if (!facets) throw new Error('the board could not be counted')
  for (let i = 0; i < SEARCHES; i++) {
    const params = someSearch(facets, random)
    const whole = new URLSearchParams([...params, ['limit', String(LARGEST)]])
    params.set('limit', String(LIMIT))
    let rows = (await answerTo(request, whole)).data
    for (;;) {
      const found = await throughEveryDoor(request, params)
      const before = idsOf(rows)
      rows = (await answerTo(request, whole)).data
      // Another test may publish or close a job meanwhile: what was asked across that is asked again.
      if (before.join() !== idsOf(rows).join()) continue
      const expected = idsOf(rows.slice(0, LIMIT))
      // A list reads on until as many openings stand on it.
      const shown = idsFolded(rows.slice(0, countWithin(LIMIT, rows)))
      expect(found, params.toString()).toEqual({
        api: expected,
        rss: expected,
        feed: expected,
        csv: expected,
        page: shown,
        scripts: shown,
      })
      break
    }
  }
})

function idsOf(rows: SearchAnswer['data']): string[] {
  return rows.map((row) => row.publicId)
}

/** As a list shows them: copies of one opening behind the first. */
function idsFolded(rows: SearchAnswer['data']): string[] {
  return foldCopies(rows).flatMap(({ row, copies }) => idsOf([row, ...copies]))
}

async function throughEveryDoor(request: APIRequestContext, params: URLSearchParams) {
  const [api, listing, rss, feed, csv, html] = await Promise.all([
    textOf(request, '/api/v1/jobs', params),
    textOf(request, '/api/listing', params),
    textOf(request, '/jobs.rss', params),
    textOf(request, '/jobs.json', params),
    textOf(request, '/jobs.csv', params),
    textOf(request, '/jobs', params),
  ])
  return {
    api: idsOf((JSON.parse(api) as SearchAnswer).data),
    rss: idsIn(rss, /<guid[^>]*>([a-z2-7]{26})<\/guid>/g),
    feed: (JSON.parse(feed) as { items: { id: string }[] }).items.map((item) => item.id),
    // A table holds every match: its first rows are those of the page.
    csv: idsIn(csv, /^([a-z2-7]{26}),/gm).slice(0, LIMIT),
    page: idsOfPage(html),
    scripts: idsFolded((JSON.parse(listing) as SearchAnswer).data),
  }
}

async function answerTo(request: APIRequestContext, params: URLSearchParams): Promise<SearchAnswer> {
  return JSON.parse(await textOf(request, '/api/v1/jobs', params)) as SearchAnswer
}

async function textOf(request: APIRequestContext, path: string, params: URLSearchParams): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await request.get(`${path}?${params}`)
    // A board that has just started indexes its words meanwhile: it says so, and is asked again as it wants to be.
    if (answer.status() === 503 && tries < 6) {
      await new Promise((resolve) => setTimeout(resolve, 2000))
      continue
    }
    expect([path, params.toString(), answer.status()]).toEqual([path, params.toString(), 200])
    return answer.text()
  }
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

/** The rows of the list, and of no other. */
function idsOfPage(html: string): string[] {
  const list = /<section id="results"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  return idsIn(list, /data-(?:row|copy)="([a-z2-7]{26})"/g)
}

const words = [
  'engineer',
  'senior',
  'nurse',
  'python',
  'data -senior',
  '"machine learning"',
  'manager or analyst',
  'k8s',
  'remote',
]

function someSearch(facets: NonNullable<SearchAnswer['meta']['facets']>, random: Random): URLSearchParams {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const params = new URLSearchParams()
  for (let count = Math.floor(random() * 3); count >= 0; count--) {
    const key = one([
      'role',
      'skill',
      'company',
      'seniority',
      'type',
      'workplace',
      'country',
      'place',
      'from',
    ] as const)
    const rows = facets[key].filter((row) => row.count > 0)
    if (rows.length > 0) params.append(random() < 0.2 ? `not.${key}` : key, one(rows).value)
  }
  if (random() < 0.4) params.set('q', one(words))
  if (random() < 0.3) params.set('pay', String(1000 * Math.ceil(random() * 150)))
  if (random() < 0.4) params.set('sort', one(['relevance', 'pay']))
  return params
}
