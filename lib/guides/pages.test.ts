import { describe, expect, test } from 'vitest'
import { readComparison, readGuide, readTerm, turnedPair } from './pages'
import { statisticsOf } from './statistics-fixtures'

const none = statisticsOf()
const shared = [
  'title: Baker',
  'description: Bakes.',
  'author: waypost',
  'published: 2026-11-01',
  'reviewed: 2026-11-02',
  'tags: [bread]',
]
const file = {
  name: 'content/guides/baker/index.md',
  role: 'baker',
  section: 'overview' as const,
}
const headed = (lines: string[]) => ['---', ...lines, '---', '', '## What it is', '', 'Bread.'].join('\n')
const guide = (...more: string[]) => headed(['role: baker', 'section: overview', ...shared, ...more])

describe('the front matter of a guide', () => {
  test('days are text and what may be left out is', () => {
    expect(readGuide(file, guide(), none)).toMatchObject({
      href: '/guides/baker',
      published: '2026-11-01',
      reviewed: '2026-11-02',
      sources: [],
      related: [],
    })
  })

  test.each([
    [
      'a folder of another name',
      guide().replace('role: baker', 'role: cook'),
      'role: "cook" is not the name',
    ],
    ['a file of another name', guide().replace('overview', 'salary'), 'section: "salary" is not the name'],
    ['an unknown section', guide().replace('overview', 'wages'), 'section'],
    ['an unknown field', guide('picture: none'), 'picture'],
    ['a role beside itself', guide('related: [baker]'), 'related: It names the role of the guide.'],
    ['a role named twice', guide('related: [cook, cook]'), 'related: It names one twice.'],
    ['a source named twice', guide('sources: [onet, onet]'), 'sources: It names one twice.'],
    ['a tag named twice', guide().replace('[bread]', '[bread, bread]'), 'tags: It names one twice.'],
    ['no tag', guide().replace('tags: [bread]\n', ''), 'tags: Name one to four tags'],
    ['five tags', guide().replace('[bread]', '[a, b, c, d, e]'), 'tags'],
    ['a missing title', guide().replace('title: Baker\n', ''), 'title'],
    ['no author', guide().replace('author: waypost\n', ''), 'author'],
    ['a long title', guide().replace('title: Baker', `title: ${'x'.repeat(81)}`), 'title'],
    ['a day in words', guide().replace('2026-11-02', 'today'), 'reviewed: Write a day as 2026-11-21.'],
    ['a day that does not exist', guide().replace('2026-11-02', '2027-02-31'), 'a day that does not exist'],
    [
      'a review before the first day',
      guide().replace('2026-11-02', '2026-10-02'),
      'It is before `published`.',
    ],
    ['broken YAML', guide('related: ['), 'the front matter is not YAML'],
    ['no front matter', '## What it is', 'it must begin with a line ---'],
    ['a head that is a program', '---js\n{ role: process.exit(1) }\n---\n', 'it must begin with a line ---'],
  ])('%s is refused with the file and the reason', (_name, text, reason) => {
    expect(() => readGuide(file, text, none)).toThrow('content/guides/baker/index.md: ')
    expect(() => readGuide(file, text, none)).toThrow(reason)
  })

  test('related roles stand in the overview alone', () => {
    const text = guide('related: [cook]').replace('overview', 'salary')
    const salary = { ...file, section: 'salary' as const }
    expect(() => readGuide(salary, text, none)).toThrow('Only the overview names related roles.')
    expect(readGuide(salary, text.replace('related: [cook]\n', ''), none).href).toBe('/guides/baker/salary')
  })
})

describe('the front matter of a comparison', () => {
  const pair = { name: 'content/comparisons/baker-vs-cook.md', pair: 'baker-vs-cook' }
  const comparison = (roles: string, ...more: string[]) => headed([`roles: ${roles}`, ...shared, ...more])

  test('its roles are those of its name, and its figures compare them', () => {
    const read = readComparison(pair, `${comparison('[baker, cook]')}\n\n::figure[skills-compared]\n`, none)
    expect(read.href).toBe('/guides/compare/baker-vs-cook')
    expect(read.text.parts).toEqual([
      { kind: 'drawn', question: { name: 'skills-compared', role: 'baker', against: 'cook' } },
    ])
  })

  test.each([
    ['the other order', comparison('[cook, baker]'), 'its name must be cook-vs-baker.md'],
    ['one role', comparison('[baker]'), 'roles'],
    ['one role twice', comparison('[baker, baker]'), 'roles: It names one role twice.'],
    ['a role of its own', comparison('[baker, cook]', 'role: baker'), 'role'],
    ['related roles', comparison('[baker, cook]', 'related: [pilot]'), 'related'],
  ])('%s is refused', (_name, text, reason) => {
    expect(() => readComparison(pair, text, none)).toThrow(reason)
  })

  test('a pair that is asked for the other way round is the same pair', () => {
    expect(turnedPair('baker-vs-cook')).toBe('cook-vs-baker')
    expect(turnedPair('baker')).toBe('baker')
  })
})

describe('the front matter of a term', () => {
  const oven = { name: 'content/glossary/oven.md', slug: 'oven' }
  const term = (...more: string[]) => headed(['term: Oven', ...shared, ...more])

  test('it has its spellings', () => {
    expect(readTerm(oven, term('spellings: [oven, ovens]'), none)).toMatchObject({
      href: '/glossary/oven',
      spellings: ['oven', 'ovens'],
    })
  })

  test.each([
    ['a role', term('role: baker'), 'role'],
    ['a spelling that stands twice', term('spellings: [Oven, oven]'), 'spellings: It names one twice.'],
    ['a spelling of one letter', term('spellings: [o]'), 'spellings'],
    ['no term', term().replace('term: Oven\n', ''), 'term'],
  ])('%s is refused', (_name, text, reason) => {
    expect(() => readTerm(oven, text, none)).toThrow(reason)
  })
})
