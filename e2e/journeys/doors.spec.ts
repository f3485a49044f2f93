import type { APIRequestContext } from '@playwright/test'
import type { SearchAnswer } from '@/lib/search/answer'
import { expect, test } from '../fixtures'

// One query, every door (PRODUCT.md, promise 1): the same jobs in the same order, for searches drawn from the board's own facets.

const SEARCHES = 100
const LIMIT = '20'

test('a sample of searches finds the same jobs in the same order through every door', async ({ request }) => {
  test.setTimeout(240_000)
  const random = randomFrom(20_261_121)
  const facets = (await answerTo(request, new URLSearchParams())).meta.facets
  if (!facets) throw new Error('the board could not be counted')
  for (let i = 0; i < SEARCHES; i++) {
    const params = someSearch(facets, random)
    params.set('limit', LIMIT)
    const expected = (await answerTo(request, params)).data.map((row) => row.publicId)
    const found = {
      rss: idsIn(await textOf(request, '/jobs.rss', params), /<guid[^>]*>([a-z2-7]{26})<\/guid>/g),
      feed: (
        JSON.parse(await textOf(request, '/jobs.json', params)) as { items: { id: string }[] }
      ).items.map((item) => item.id),
      csv: idsIn(await textOf(request, '/jobs.csv', params), /^"?([a-z2-7]{26})"?,/gm).slice(
        0,
        Number(LIMIT),
      ),
      page: idsOfPage(await textOf(request, '/jobs', params)),
    }
    expect(found, params.toString()).toEqual({ rss: expected, feed: expected, csv: expected, page: expected })
  }
})

async function answerTo(request: APIRequestContext, params: URLSearchParams): Promise<SearchAnswer> {
  return JSON.parse(await textOf(request, '/api/v1/jobs', params)) as SearchAnswer
}

async function textOf(request: APIRequestContext, path: string, params: URLSearchParams): Promise<string> {
  const answer = await request.get(`${path}?${params}`)
  expect([path, params.toString(), answer.status()]).toEqual([path, params.toString(), 200])
  return answer.text()
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '')
}

/** The rows of the list, before anything else that links to a job. */
function idsOfPage(html: string): string[] {
  const list = /<section id="results"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  return idsIn(list, /<article[\s\S]*?href="\/jobs\/[a-z0-9-]*?([a-z2-7]{26})"/g)
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

function someSearch(
  facets: NonNullable<SearchAnswer['meta']['facets']>,
  random: () => number,
): URLSearchParams {
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

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
