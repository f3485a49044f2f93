import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileTexts } from '@/lib/search/testing/hostile'
import { loadLibrary } from '../library'
import { pageIndex } from './page-index'
import { searchGuides, suggestGuides } from './search-guides'

const hrefs = async (text: string, limit = 3) =>
  (await searchGuides(text, { limit })).found.map(({ href }) => href)
const textOf = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('')

describe('the content of this board', () => {
  test.each([
    ['deadlock', '/glossary/deadlock'],
    ['Deadlocks', '/glossary/deadlock'],
    ['rest', '/glossary/rest'],
    ['CORS', '/glossary/cors'],
    ['N+1', '/glossary/n-plus-one-query'],
    ['RBAC', '/glossary/authorisation'],
    ['what is on call?', '/glossary/on-call'],
    ['indexes', '/glossary/database-index'],
    ['backend developer', '/guides/backend-developer'],
    ['how to become a backend developer', '/guides/backend-developer/how-to-become'],
    ['database administrator salary', '/guides/database-administrator/salary'],
    ['platform engineer', '/guides/compare/devops-engineer-vs-platform-engineer'],
    ['frontend resume', '/guides/frontend-developer/resume'],
    ['stock options', '/glossary/equity#units-and-options'],
    ['day rates', '/guides/devops-engineer/salary#paid-by-the-day'],
    ['home lab', '/guides/database-administrator/how-to-become#the-lab'],
  ])('“%s” leads first to %s', async (text, href) => {
    expect((await hrefs(text))[0]).toBe(href)
  })

  test('a word in the title weighs more than one in a heading, and that more than one in the text', async () => {
    const found = await hrefs('kubernetes', 20)
    const heading = found.indexOf('/guides/devops-engineer/skills#kubernetes-and-when-to-do-without')
    const text = found.findIndex((href) => href.startsWith('/guides/backend-developer/interview'))
    expect(heading).toBeGreaterThanOrEqual(0)
    expect(text).toBeGreaterThan(heading)
    const [first, second] = await hrefs('authentication')
    expect(first).toBe('/glossary/authentication')
    expect(second).not.toBe('/glossary/authentication')
  })

  test('the beginning of the last word is enough, and of a word that no page says as it is', async () => {
    expect((await hrefs('idempot'))[0]).toBe('/glossary/idempotency')
    expect((await hrefs('postgres vacuum'))[0]).toBe('/glossary/vacuum')
    expect((await searchGuides('kuberne', { limit: 1 })).readAs).toEqual([])
  })

  test.each([
    ['idempotnecy', 'idempotency', '/glossary/idempotency'],
    ['deadlok', 'deadlock', '/glossary/deadlock'],
    ['deadlockk', 'deadlock', '/glossary/deadlock'],
    ['shardign', 'sharding', '/glossary/sharding'],
  ])('“%s” is read as “%s”, and says so', async (typed, as, href) => {
    const { found, readAs, isPartial } = await searchGuides(typed, { limit: 3 })
    expect(found[0]?.href).toBe(href)
    expect(readAs).toEqual([{ typed, as }])
    expect(isPartial).toBe(false)
  })

  test('a short word is not read as another one', async () => {
    expect(await searchGuides('xqz', { limit: 3 })).toEqual({
      found: [],
      total: 0,
      readAs: [{ typed: 'xqz', as: null }],
      isPartial: false,
    })
  })

  test('where no page says all of it, those that say some are near', async () => {
    const unknown = await searchGuides('zymurgist deadlock', { limit: 1 })
    expect(unknown).toMatchObject({
      isPartial: true,
      found: [{ href: '/glossary/deadlock' }],
      readAs: [{ typed: 'zymurgist', as: null }],
    })
    const apart = await searchGuides('pizza sharding tombstone', { limit: 3 })
    expect(apart.isPartial).toBe(true)
    expect(apart.total).toBeGreaterThan(1)
  })

  test('the passage is a heading of the page, and its excerpt marks what was asked', async () => {
    const { found } = await searchGuides('backend rota', { limit: 20 })
    const { guides, comparisons, terms } = await loadLibrary()
    for (const { href, heading, excerpt } of found) {
      const [address, id] = href.split('#')
      const page = [...guides, ...comparisons, ...terms].find((one) => one.href === address)
      if (id) expect(page?.text.toc).toContainEqual(expect.objectContaining({ id, text: heading }))
      expect(textOf(excerpt).length).toBeLessThan(240)
    }
    const salary = found.find(({ href }) => href.startsWith('/guides/backend-developer/salary'))
    expect(salary?.href).toBe('/guides/backend-developer/salary#the-rota-that-was-not-in-the-offer')
    expect(salary?.excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toContain('rota')
  })

  test('pages of a result follow one another and hold each page once', async () => {
    const { total, found } = await searchGuides('developer', { limit: 100 })
    const second = await searchGuides('developer', { from: 20, limit: 20 })
    expect(found).toHaveLength(total)
    expect(new Set(found.map(({ href }) => href.split('#')[0])).size).toBe(total)
    expect(second.found).toEqual(found.slice(20, 40))
    expect((await searchGuides('developer', { from: 5000, limit: 20 })).found).toEqual([])
  })

  test('while somebody types only names count, all of them and as they are spelt', async () => {
    const names = async (text: string) =>
      (await suggestGuides(text, { limit: 3 })).found.map(({ href }) => href)
    expect(await names('idempot')).toContain('/glossary/idempotency')
    expect((await names('backend dev'))[0]).toBe('/guides/backend-developer')
    expect(await names('rehearsal')).toContain(
      '/guides/backend-developer/how-to-become#specification-a-rehearsal-room-that-can-be-booked',
    )
    expect(await names('idempotnecy')).toEqual([])
    expect(await names('zymurgist deadlock')).toEqual([])
    expect(await names('x')).toEqual([])
  })
})

test('hostile text is answered, and in time', async () => {
  const texts = [
    ...hostileTexts,
    'a'.repeat(10_000),
    'deadlock '.repeat(1200),
    '💥👩‍💻',
    '((.*+?[]{}|\\^$',
    '\u0000\ud800',
    '__proto__ constructor',
    '<mark>deadlock</mark>',
  ]
  const from = performance.now()
  for (const text of texts) {
    const { found, total } = await searchGuides(text, { limit: 20 })
    expect(found.length).toBeLessThanOrEqual(Math.min(20, total))
    await suggestGuides(text, { limit: 3 })
  }
  // A hang, not a measurement.
  expect(performance.now() - from).toBeLessThan(20_000)
})

describe('a folder of content', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'found-'))
    await mkdir(path.join(folder, 'glossary'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function writeTerm(body: string, changedAt: number) {
    const head =
      'term: Oven\ntitle: Oven\nauthor: waypost\npublished: 2026-11-01\nreviewed: 2026-11-01\ndescription: Hot.\ntags: [food]'
    const file = path.join(folder, 'glossary/oven.md')
    await writeFile(file, `---\n${head}\n---\n${body}`)
    await utimes(file, changedAt, changedAt)
  }

  test('a changed page is found by what it says now, and the index is made once for each state', async () => {
    await writeTerm('## An example\n\nBread <b>&amp; rolls.\n', 1)
    const before = await loadLibrary(folder, 0)
    expect(pageIndex(before)).toBe(pageIndex(before))
    expect((await searchGuides('rolls', { limit: 1, folder })).found[0]).toEqual({
      kind: 'term',
      href: '/glossary/oven#an-example',
      title: 'Oven',
      heading: 'An example',
      excerpt: [
        { text: 'Bread <b>&amp; ', isMarked: false },
        { text: 'rolls', isMarked: true },
        { text: '.', isMarked: false },
      ],
    })
    await writeTerm('## An example\n\nCake.\n', 2)
    await loadLibrary(folder, 0)
    expect((await searchGuides('rolls', { limit: 1, folder })).total).toBe(0)
    expect((await searchGuides('cake', { limit: 1, folder })).total).toBe(1)
  })
})
