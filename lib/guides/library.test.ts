import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadLibrary } from './library'
import { getPageAt } from './page-at'
import { getComparison, getGuide, getTerm, listComparisons, listGuides, listTerms } from './queries'

describe('the content of this board', () => {
  test('the list names each role with its pages in their order', async () => {
    const roles = await listGuides()
    const backend = roles.find(({ role }) => role === 'backend-developer')
    expect(backend?.title).toBe('Backend developer')
    expect(backend?.guides.map(({ href }) => href)).toEqual([
      '/guides/backend-developer',
      '/guides/backend-developer/how-to-become',
      '/guides/backend-developer/salary',
      '/guides/backend-developer/skills',
      '/guides/backend-developer/resume',
      '/guides/backend-developer/interview',
    ])
    expect(backend?.guides.every((guide) => !('text' in guide) && !('source' in guide))).toBe(true)
  })

  test('the addresses of the sections of the backend overview stay', async () => {
    const ids = (await getGuide('backend-developer'))?.text.toc.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining([
        'what-it-is',
        'a-day',
        'responsibilities',
        'what-you-work-with',
        'levels',
        'specialisations',
        'related-roles',
        'questions',
      ]),
    )
  })

  test.each(['no-such-role', '..', '../taxonomy', 'README.md', '', 'constructor'])(
    'there is no page of "%s"',
    async (name) => {
      expect(await getGuide(name)).toBeNull()
      expect(await getGuide('backend-developer', name)).toBeNull()
      expect(await getComparison(name)).toBeNull()
      expect(await getTerm(name)).toBeNull()
    },
  )

  test('a term names the pages that are linked to it', async () => {
    const term = await getTerm('idempotency')
    expect(term?.short).toMatch(/\.$/)
    const page = term?.usedBy[0]
    expect(page).toBeDefined()
    const [, , role = '', section] = page?.href.split('/') ?? []
    const tree = (await getGuide(role, section))?.text.tree
    expect(JSON.stringify(tree)).toContain('"/glossary/idempotency"')
  })
})

describe('a folder of content', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'content-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const days = 'author: waypost\npublished: 2026-11-01\nreviewed: 2026-11-01\ndescription: x\ntags: [food]\n'
  async function write(file: string, head: string, body: string) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), `---\n${head}\n${days}---\n${body}`)
  }
  const guide = (role: string, section: string, more = '') =>
    `role: ${role}\nsection: ${section}\ntitle: ${role} ${section}${more}`

  test('pages have their neighbours, relations, author and numbered sources', async () => {
    await write('guides/cook/index.md', guide('cook', 'overview', '\nrelated: [baker]'), '## A\n')
    await write(
      'guides/cook/salary.md',
      guide('cook', 'salary', '\nsources: [b, a]'),
      '## A\n\nSee :cite[a], :cite[b], an oven.\n',
    )
    await write('guides/cook/interview.md', guide('cook', 'interview'), '## A\n')
    await write('guides/baker/index.md', guide('baker', 'overview'), '## A\n')
    await write('guides/baker/salary.md', guide('baker', 'salary'), '## A\n')
    await write('comparisons/baker-vs-cook.md', 'roles: [baker, cook]\ntitle: Baker or cook?', 'The oven.\n')
    await write(
      'glossary/oven.md',
      'term: Oven\ntitle: Oven\nspellings: [oven]\nrelated: [stove]',
      ':::short\nHot.\n:::\n',
    )
    await write('glossary/stove.md', 'term: Stove\ntitle: Stove\nspellings: [stove]', 'An oven.\n')
    const source = (id: string) => ({
      id,
      title: id,
      publisher: 'x',
      year: 2024,
      url: 'https://a.example',
      licence: 'x',
    })
    await writeFile(path.join(folder, 'sources.json'), JSON.stringify([source('a'), source('b')]))
    await writeFile(
      path.join(folder, 'authors.json'),
      JSON.stringify([{ id: 'waypost', name: 'Way', about: 'We.', email: 'Way@Example.org' }]),
    )

    await writeFile(
      path.join(folder, 'tags.json'),
      JSON.stringify([{ slug: 'food', title: 'Food', about: 'To eat.' }]),
    )

    const salary = await getGuide('cook', 'salary', folder)
    expect(salary?.tags).toEqual([{ slug: 'food', title: 'Food', about: 'To eat.' }])
    expect([salary?.previous?.href, salary?.next?.href]).toEqual(['/guides/cook', '/guides/cook/interview'])
    expect(salary?.related.map(({ href }) => href)).toEqual([
      '/guides/baker/salary',
      '/guides/compare/baker-vs-cook',
    ])
    expect(salary?.cited.map(({ id, number }) => [id, number])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
    // The address tells who may answer as the author; no page gets it.
    expect(salary?.author).toEqual({ id: 'waypost', name: 'Way', about: 'We.' })
    expect(await getPageAt('/guides/cook/salary', folder)).toEqual({
      href: '/guides/cook/salary',
      title: salary?.title,
      authorEmail: 'way@example.org',
    })
    expect(await getPageAt('/guides/cook/wages', folder)).toBeNull()
    expect(salary?.tabs.map(({ section }) => section)).toEqual(['overview', 'salary', 'interview'])

    const oven = await getTerm('oven', folder)
    expect(oven).toMatchObject({ short: 'Hot.', previous: null, next: { href: '/glossary/stove' } })
    expect(oven?.usedBy.map(({ href }) => href)).toEqual([
      '/guides/cook/salary',
      '/guides/compare/baker-vs-cook',
    ])
    expect(oven?.related.map(({ href }) => href)).toEqual(['/glossary/stove'])
    expect((await listTerms(folder)).map(({ term }) => term)).toEqual(['Oven', 'Stove'])

    const comparison = await getComparison('baker-vs-cook', folder)
    expect(comparison?.related.map(({ href }) => href)).toEqual(['/guides/baker', '/guides/cook'])
    expect((await listComparisons(folder)).map(({ roles }) => roles)).toEqual([['baker', 'cook']])
  })

  test('a changed file is read again, and the others are not', async () => {
    const before = await loadLibrary(folder, 0)
    await write('guides/cook/index.md', guide('cook', 'overview'), '## After\n')
    await utimes(path.join(folder, 'guides/cook/index.md'), new Date(0), new Date(0))
    const after = await loadLibrary(folder, 0)
    const of = (library: typeof before, href: string) => library.guides.find((one) => one.href === href)
    expect(of(after, '/guides/cook')?.text.toc[0]?.text).toBe('After')
    expect(of(after, '/guides/baker')).toBe(of(before, '/guides/baker'))
    expect(await loadLibrary(folder, 0)).toBe(after)
  })

  test('a file whose name means nothing is named', async () => {
    await write('guides/cook/wages.md', guide('cook', 'salary'), '')
    await expect(loadLibrary(folder, 0)).rejects.toThrow(
      'content/guides/cook/wages.md: there is no such section',
    )
    await rm(path.join(folder, 'guides/cook/wages.md'))
    await mkdir(path.join(folder, 'guides/pilot'))
    await expect(loadLibrary(folder, 0)).rejects.toThrow('content/guides/pilot: it has no index.md')
    await rm(path.join(folder, 'guides/pilot'), { recursive: true })
  })

  test.each([
    ['sources.json', '[{"id":"a"}]', 'content/sources.json: 0.title'],
    ['sources.json', 'x', 'content/sources.json: it is not JSON'],
    [
      'authors.json',
      '[{"id":"a","name":"A","about":"x","age":3}]',
      'content/authors.json: 0: Unrecognized key',
    ],
    ['tags.json', '[{"slug":"Food","title":"Food","about":"x"}]', 'content/tags.json: 0.slug'],
    [
      'number-names.json',
      '[{"name":"HTTP","reason":"x"}]',
      'content/number-names.json: 0.name: It holds no number.',
    ],
    ['number-names.json', '[{"name":"HTTP/2"}]', 'content/number-names.json: 0.reason'],
  ])('%s that says %s is refused', async (file, text, reason) => {
    await writeFile(path.join(folder, file), text)
    await expect(loadLibrary(folder, 0)).rejects.toThrow(reason)
    await rm(path.join(folder, file))
  })
})
