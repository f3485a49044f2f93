import type { Element } from 'hast'
import { describe, expect, test } from 'vitest'
import { hostile } from '@/lib/jobs/hostile-fixtures'
import type { TextContext } from './parts'
import { statisticsOf, surveyRow } from './statistics-fixtures'
import { countWords, partOf, readingMinutes, readText } from './text'
import { listElements, textOf } from './tree'

const context: TextContext = {
  role: 'baker',
  sources: ['onet', 'oews'],
  statistics: statisticsOf(
    [
      {
        occupation: '51-3011',
        title: 'Bakers',
        year: 2023,
        'wage-p10': 25_000,
        'wage-p25': 29_000,
        'wage-median': 34_950,
        'wage-p75': 38_000,
        'wage-p90': null,
        employment: 200_000,
      },
    ],
    [surveyRow({}), surveyRow({ seniority: 'senior', entries: 31, 'survey-median': 55_000 })],
  ),
}
const read = (source: string) => readText(source, context)
const parts = (source: string) => read(source).parts
const plain = (source: string) => textOf(read(source).tree)

function elements(source: string, tagName: string): Element[] {
  return listElements(read(source).tree).filter((element) => element.tagName === tagName)
}

describe('the text of a page', () => {
  test('headings get plain ids, and the table of contents names the same ids', () => {
    const { tree, toc } = read('## What it is\n\ntext\n\n### On *call*?\n\ntext\n\n#### Small\n')
    expect(toc).toEqual([
      { id: 'what-it-is', text: 'What it is', depth: 2 },
      { id: 'on-call', text: 'On call?', depth: 3 },
    ])
    const ids = listElements(tree).map(({ properties }) => properties.id)
    for (const { id } of toc) expect(ids).toContain(id)
  })

  test('reading time is words divided by 220, rounded up, without addresses and attributes', () => {
    expect(readingMinutes('')).toBe(1)
    expect(readingMinutes('word '.repeat(220))).toBe(1)
    expect(readingMinutes('word '.repeat(221))).toBe(2)
    expect(readingMinutes('[w](/a/b/c/d/e/f) '.repeat(220))).toBe(1)
    expect(countWords("the backend's well-made API, a|b | — 3.5")).toBe(7)
  })

  test('a table stands in a named region that the keyboard reaches, and its rows have headings', () => {
    const table = '| Level | Scope |\n| --- | --: |\n| Junior | a |\n'
    const source = `## Levels\n\n${table}\ntext\n\n${table}`
    expect(elements(source, 'div').map(({ properties }) => properties)).toMatchObject([
      { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: 'Table: Levels' },
      { ariaLabel: 'Table 2: Levels' },
    ])
    expect(
      elements(source, 'th')
        .slice(0, 3)
        .map(({ properties }) => properties.scope),
    ).toEqual(['col', 'col', 'row'])
    expect(elements(source, 'td')[0]?.properties.align).toBe('right')
  })

  test('links away are marked, links inside are listed, unclear ones are unwrapped', () => {
    const source =
      '[a](https://a.example/) [b](/jobs?role=x) [c](#levels) [d](//evil.example) [f](other) [g](mailto:x@a.example)'
    expect(elements(source, 'a').map(({ properties }) => [properties.href, properties.rel])).toEqual([
      ['https://a.example/', ['noopener']],
      ['/jobs?role=x', undefined],
      ['#levels', undefined],
      ['mailto:x@a.example', ['noopener']],
    ])
    expect(read(source).links).toEqual(['/jobs?role=x', '#levels'])
  })

  test.each(hostile)('nothing but allowed elements and addresses is kept: %s', (source) => {
    const one = source.replace(/\s+/g, ' ')
    const text = `## Questions\n\n${source}\n\n### ${one}\n\n:::mistake[${one}]\n${source}\n:::\n\n:rule[${one}] :cite[${one}]\n`
    const { tree, toc } = read(text)
    const all = listElements(tree)
    expect(all.map(({ tagName }) => tagName).filter((name) => !safeTags.has(name))).toEqual([])
    expect(
      all.flatMap(({ properties }) => Object.keys(properties)).filter((key) => !safeKeys.has(key)),
    ).toEqual([])
    const hrefs = all.flatMap(({ properties }) => (properties.href === undefined ? [] : [properties.href]))
    expect(hrefs.filter((href) => !/^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(String(href)))).toEqual([])
    expect(toc.map(({ id }) => id).filter((id) => !/^[\p{L}\p{N}_-]*$/u.test(id))).toEqual([])
  })

  test('HTML cannot stand where a part would', () => {
    const { tree, parts } = read('<part at="0">x</part>\n\na :rule[one] <part at="0">b</part>\n')
    expect(parts).toHaveLength(1)
    expect(listElements(tree).filter(({ tagName }) => tagName === 'part')).toHaveLength(1)
  })
})

const safeTags = new Set(
  'h2 h3 h4 p ul ol li strong em del br hr blockquote code pre table thead tbody tr th td div a part'.split(
    ' ',
  ),
)
const safeKeys = new Set('id href rel scope className tabIndex role ariaLabel start align at'.split(' '))

describe('parts of a text', () => {
  test('figures, jobs, statistics, sources and rules are read with the role of the page', () => {
    const source = `Pay is :figure[salary-median]{country=US seniority=senior}, or :public[wage-median]{occupation=51-3011 year=2023} :cite[oews].
It takes :rule[two years] :cite[onet], as :cite[oews] says.

::figure[pay-by-country]

::jobs[Junior jobs]{seniority=junior country=US employment=contract pay=stated}
`
    expect(read(source).faults).toEqual([])
    expect(parts(source)).toEqual([
      {
        kind: 'figure',
        question: { name: 'salary-median', role: 'baker', country: 'US', seniority: 'senior' },
      },
      {
        kind: 'public',
        number: {
          of: 'wages',
          name: 'wage-median',
          occupation: '51-3011',
          title: 'Bakers',
          year: 2023,
          value: 34_950,
        },
      },
      { kind: 'cite', source: 'oews', number: 1 },
      { kind: 'rule' },
      { kind: 'cite', source: 'onet', number: 2 },
      { kind: 'cite', source: 'oews', number: 1 },
      { kind: 'drawn', question: { name: 'pay-by-country', role: 'baker' } },
      {
        kind: 'jobs',
        title: 'Junior jobs',
        role: 'baker',
        filters: [
          ['seniority', 'junior'],
          ['type', 'contract'],
          ['country', 'us'],
          ['not.pay', 'none'],
        ],
      },
    ])
    expect(read(source).cited).toEqual(['oews', 'onet'])
  })

  test('a number of the survey is of the role of the page, and of all levels unless one is named', () => {
    const asked =
      'All :public[survey-p90]{year=2024}, seniors :public[survey-median]{role=baker year=2024 seniority=senior}.'
    const shared = { of: 'survey', role: 'baker', year: 2024 }
    expect(read(asked).faults).toEqual([])
    expect(parts(asked)).toEqual([
      {
        kind: 'public',
        number: { ...shared, name: 'survey-p90', seniority: null, entries: 40, value: 70_000 },
      },
      {
        kind: 'public',
        number: { ...shared, name: 'survey-median', seniority: 'senior', entries: 31, value: 55_000 },
      },
    ])
  })

  test('a passage has its text, and its name as a heading with an address', () => {
    const source = '## A\n\n:::mistake[The *long* night]\nWhat **happened**.\n\n- :rule[one]\n:::\n'
    const { tree, toc, parts } = read(source)
    expect(parts.map((part) => part.kind)).toEqual(['passage', 'rule'])
    expect(toc.at(-1)).toEqual({ id: 'the-long-night', text: 'The long night', depth: 3 })
    const passage = listElements(tree).find((element) => partOf({ parts }, element)?.kind === 'passage')
    expect(listElements(passage as Element).map(({ tagName }) => tagName)).toEqual([
      'h3',
      'em',
      'p',
      'strong',
      'ul',
      'li',
      'part',
    ])
  })

  test.each([
    'From 10:30 to 12:45, a:b, note:this and 3:1.',
    'Ratio 1:2; see https://a.example/x:y or std::vector, and :root too.',
    'Smile :) or ::',
  ])('a colon in prose stays a colon: %s', (source) => {
    expect(plain(source)).toBe(source)
    expect(read(source).faults).toEqual([])
  })

  test.each([
    ['Take :figur[salary-median]{country=US} home.', 'there is no directive ":figur"'],
    ['Take :figure[salary-mode]{country=US} home.', 'there is no figure "salary-mode"'],
    ['Take :figure[salary-median]{country=US colour=red} home.', 'Unrecognized key: "colour"'],
    ['Take :figure[salary-median]{country=usa} home.', 'country: two capitals such as US'],
    ['See :cite[nobody].', 'the source "nobody" is cited and not declared'],
    ['See :rule[x]{a=b}.', 'rule has no attributes'],
    ['See :public[wage-p90]{occupation=51-3011 year=2023}.', 'there is none for 51-3011 2023'],
    ['See :public[wage-mode]{occupation=51-3011 year=2023}.', 'public "wage-mode"'],
    ['See :public[wage-median]{occupation=51-3011 year=1998}.', 'there is none for 51-3011 1998'],
    ['See :public[wage-median]{occupation=51-3011 year=2023 seniority=senior}.', 'seniority'],
    ['See :public[survey-median]{year=2023}.', 'there is none for baker 2023'],
    ['See :public[survey-median]{year=2024 seniority=junior}.', 'there is none for baker 2024 junior'],
    ['See :public[survey-median]{role=miller year=2024}.', 'there is none for miller 2024'],
    ['See :public[survey-median]{role=Baker year=2024}.', 'role: a slug'],
    ['See :public[survey-median]{year=2024 seniority=elder}.', 'seniority'],
    ['See :public[survey-median]{year=2024 country=US}.', 'country'],
    ['See :public[survey-median]{seniority=senior}.', 'year'],
    ['See :public[survey-mode]{year=2024}.', 'public "survey-mode"'],
    ['::jobs[Jobs]{colour=red}', 'Unrecognized key: "colour"'],
    ['::jobs{seniority=junior}', 'jobs: it has no title'],
    ['::chart[pay]', 'there is no directive "::chart"'],
  ])('what cannot be read is printed as it was written, and named: %s', (source, fault) => {
    expect(plain(source)).toBe(source)
    expect(read(source).faults.join()).toContain(fault)
    expect(parts(source)).toEqual([])
  })

  test('an unknown passage is printed with its fences, and what stands inside is read', () => {
    const source = ':::shrt[Name]\nOne :rule[two].\n\n::figure[workplace]\n:::\n'
    const { faults, parts: inside } = read(source)
    expect(faults).toEqual(['there is no passage ":::shrt"'])
    expect(plain(source).replace(/\n/g, '')).toBe(':::shrt[Name]One two.:::')
    expect(inside.map(({ kind }) => kind)).toEqual(['rule', 'drawn'])
  })
})
