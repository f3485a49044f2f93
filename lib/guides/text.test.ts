import { describe, expect, test } from 'vitest'
import { hostile } from '@/lib/jobs/hostile-fixtures'
import { readGuide } from './queries'
import { countWords, readingMinutes, renderGuide } from './rules'

const head = [
  '---',
  'role: baker',
  'title: Baker',
  'summary: Bakes.',
  'published: 2026-11-01',
  'reviewed: 2026-11-02',
]
const withHead = (...more: string[]) =>
  [...head, ...more, '---', '', '## What it is', '', 'Bread.'].join('\n')

describe('the text of a guide', () => {
  test('headings get plain ids, and the table of contents names the same ids', () => {
    const { html, toc } = renderGuide('## What it is\n\ntext\n\n### On *call*?\n\ntext\n\n#### Small\n')
    expect(toc).toEqual([
      { id: 'what-it-is', text: 'What it is', depth: 2 },
      { id: 'on-call', text: 'On call?', depth: 3 },
    ])
    for (const { id } of toc) expect(html).toContain(`id="${id}"`)
  })

  test('an id written by hand is not taken over', () => {
    expect(renderGuide('<p id="main">x</p>\n\n## Main').html).not.toContain('<p id')
  })

  test('reading time is words divided by 220, rounded up', () => {
    expect(readingMinutes('')).toBe(1)
    expect(readingMinutes('word '.repeat(220))).toBe(1)
    expect(readingMinutes('word '.repeat(221))).toBe(2)
    expect(countWords("the backend's well-made API, a|b | — 3.5")).toBe(7)
  })

  test('each question has the text below it as its answer', () => {
    const { faq } = renderGuide(
      '## Before\n\n### No?\n\nx\n\n## Questions\n\nIntro.\n\n### Why?\n\nA *b*.\n\nC.\n\n### How?\n\nD.\n\n## After\n\ny',
    )
    expect(faq).toEqual([
      { question: 'Why?', answerHtml: '<p>A <em>b</em>.</p>\n<p>C.</p>' },
      { question: 'How?', answerHtml: '<p>D.</p>' },
    ])
  })

  test('a table stands in a named region that the keyboard reaches, and its rows have headings', () => {
    const table = '| Level | Scope |\n| --- | --: |\n| Junior | a |\n'
    const { html } = renderGuide(`## Levels\n\n${table}\ntext\n\n${table}`)
    expect(html).toContain(
      '<div class="table-scroll" tabindex="0" role="region" aria-label="Table: Levels"><table>',
    )
    expect(html).toContain('aria-label="Table 2: Levels"')
    expect(html).toContain('<th scope="col">Level</th>')
    expect(html).toContain('<th scope="row">Junior</th>')
    expect(html).toContain('<td align="right">a</td>')
  })

  test('links away are marked, links inside are listed, unclear ones are unwrapped', () => {
    const { html, links } = renderGuide(
      '[a](https://a.example/) [b](/jobs?role=x) [c](#levels) [d](//evil.example) [f](other) [g](mailto:x@a.example)',
    )
    expect(html).toContain('<a href="https://a.example/" rel="noopener">a</a>')
    expect(html).toContain('<a href="/jobs?role=x">b</a>')
    expect(html).not.toContain('//evil')
    expect(html).not.toContain('other')
    expect(links).toEqual(['/jobs?role=x', '#levels'])
  })

  test.each(hostile)('nothing can run: %s', (source) => {
    const { html, toc, faq } = renderGuide(
      `## Questions\n\n### Why?\n\n${source}\n\n### ${source.replace(/\s+/g, ' ')}\n`,
    )
    for (const written of [html, ...faq.map((entry) => entry.answerHtml)]) {
      expect(listTags(written).filter((tag) => !safeTag.test(tag))).toEqual([])
    }
    expect(toc.map((entry) => entry.id).filter((id) => !/^[\p{L}\p{N}_-]*$/u.test(id))).toEqual([])
  })
})

/** Every tag that the board writes, attribute by attribute. */
const safeTag =
  /^<\/?(?:h[234]|p|ul|ol|li|strong|em|del|br|hr|blockquote|code|pre|table|thead|tbody|tr|th|td|div|a)(?: (?:id="[^"<>]*"|href="(?:https?:\/\/|mailto:|\/(?!\/)|#)[^"<>]*"|rel="noopener"|scope="(?:row|col)"|class="table-scroll"|tabindex="0"|role="region"|aria-label="[^"<>]*"|start="\d+"|align="right"))*>$/

function listTags(html: string): string[] {
  return html.match(/<[^>]*>?/g) ?? []
}

describe('front matter', () => {
  test('days are text and what may be left out is', () => {
    expect(readGuide('baker', withHead())).toMatchObject({
      href: '/guides/baker',
      published: '2026-11-01',
      reviewed: '2026-11-02',
      related: [],
      picture: 'none',
    })
  })

  test.each([
    ['a folder of another name', 'cook', withHead(), 'role: "baker" is not the name of its folder'],
    ['an unknown field', 'baker', withHead('author: x'), 'author'],
    [
      'a role beside itself',
      'baker',
      withHead('related: [baker]'),
      'related: It names the role of the guide.',
    ],
    ['a role named twice', 'baker', withHead('related: [cook, cook]'), 'related: It names a role twice.'],
    ['a missing title', 'baker', withHead().replace('title: Baker\n', ''), 'title'],
    [
      'a day in words',
      'baker',
      withHead().replace('2026-11-02', 'today'),
      'reviewed: Write a day as 2026-11-21.',
    ],
    [
      'a day that does not exist',
      'baker',
      withHead().replace('2026-11-02', '2027-02-31'),
      'a day that does not exist',
    ],
    [
      'a review before the first day',
      'baker',
      withHead().replace('2026-11-02', '2026-10-02'),
      'reviewed: It is before `published`.',
    ],
    ['broken YAML', 'baker', withHead('related: ['), 'the front matter is not YAML'],
    ['no front matter', 'baker', '## What it is', 'it must begin with a line ---'],
    [
      'a head that is a program',
      'baker',
      '---js\n{ role: process.exit(1) }\n---\n',
      'it must begin with a line ---',
    ],
  ])('%s is refused with the file and the reason', (_name, role, text, reason) => {
    expect(() => readGuide(role, text)).toThrow(`content/guides/${role}/index.md: `)
    expect(() => readGuide(role, text)).toThrow(reason)
  })
})
