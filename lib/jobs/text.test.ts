import fc from 'fast-check'
import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { hostile } from './hostile-fixtures'
import { isTangled, sanitiseHtml, textHtml, textTree } from './text'

const tags = new Set(
  'h2 h3 h4 h5 h6 p ul ol li strong em b i a br hr blockquote code pre table thead tbody tr th td'.split(' '),
)

/** Everything in the HTML that is not on the allow-list, as a browser would read it. */
function faultsOf(html: string): string[] {
  const faults: string[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'comment' || node.type === 'doctype') faults.push(node.type)
    if (node.type === 'element') {
      if (!tags.has(node.tagName)) faults.push(`<${node.tagName}>`)
      for (const [name, value] of Object.entries(node.properties)) {
        const isLink = node.tagName === 'a' && (name === 'href' || name === 'rel')
        const isStart = node.tagName === 'ol' && name === 'start'
        if (!isLink && !isStart) faults.push(`${node.tagName} ${name}`)
        if (name === 'href' && !/^(https?:\/\/|mailto:)/.test(String(value))) faults.push(String(value))
      }
      if (
        node.tagName === 'a' &&
        node.properties.href &&
        String(node.properties.rel) !== 'nofollow,ugc,noopener'
      ) {
        faults.push('rel')
      }
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(unified().use(rehypeParse, { fragment: true }).parse(html))
  return faults
}

describe('hostile text is harmless', () => {
  test.each(hostile.map((payload) => [payload]))('%s', (payload) => {
    for (const html of [
      textHtml(payload),
      textHtml(`Before ${payload} after`),
      textHtml(`- item\n\n  ${payload}`),
      textHtml(`| a |\n|---|\n| ${payload} |`),
      sanitiseHtml(payload),
      sanitiseHtml(`<p>Before ${payload} after</p>`),
      sanitiseHtml(`<table><tr><td>${payload}`),
    ]) {
      expect(faultsOf(html)).toEqual([])
      expect(sanitiseHtml(html)).toBe(html)
    }
  })

  test('there are at least sixty payloads', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(60)
  })
})

const piece = fc.oneof(
  fc.constantFrom(...hostile),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<a href=https://a.example>',
    '</a>',
    '<table>',
    '<tr>',
    '<td>',
    '<b>',
    '</b>',
    '<pre>\n\n',
  ),
  fc.constantFrom(
    '<button>',
    '<form>',
    '<select>',
    '<h1>',
    '<h3>',
    '<li>',
    '<ul>',
    '<svg>',
    '<math>',
    '<mi>',
    '<style>',
    '<!--',
  ),
  fc.string({ maxLength: 12 }),
)

test('sanitising twice changes nothing, whatever the pieces', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const once = sanitiseHtml(pieces.join(''))
      expect(faultsOf(once)).toEqual([])
      expect(sanitiseHtml(once)).toBe(once)
    }),
    { numRuns: 400 },
  )
})

test('Markdown of any pieces holds only allowed elements', () => {
  const marks = fc.constantFrom(
    '# ',
    '\n\n',
    '- ',
    '> ',
    '**',
    '[x](',
    ')',
    '`',
    '|',
    '\n',
    '![',
    '](https://a.example)',
    '<',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, marks), { maxLength: 16 }), (pieces) => {
      expect(faultsOf(textHtml(pieces.join('')))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('headings begin below the title of the page and skip no level', () => {
  expect(textHtml('# A\n\n### B\n\n###### C')).toBe('<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>')
  expect(textHtml('### A\n\n### B')).toBe('<h2>A</h2>\n<h2>B</h2>')
})

test('links lead outside and are not vouched for; others stay as words', () => {
  expect(textHtml('[a](https://a.example/x?y=1&z)')).toBe(
    '<p><a href="https://a.example/x?y=1&#x26;z" rel="nofollow ugc noopener">a</a></p>',
  )
  for (const target of [
    '/account',
    '#top',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://me:pw@a.example',
  ]) {
    expect(textHtml(`[a](${target})`)).toBe('<p>a</p>')
  }
})

test('tags typed into Markdown stay visible as typed', () => {
  expect(textHtml('Ask <Company> for **it**')).toBe('<p>Ask &#x3C;Company> for <strong>it</strong></p>')
  expect(textHtml('<div>\nhi\n</div>')).toBe('<p>&#x3C;div>\nhi\n&#x3C;/div></p>')
})

test('lists, tables and quotes come out whole', () => {
  expect(textHtml('3. a\n4. b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>')
  expect(textHtml('> q')).toBe('<blockquote>\n<p>q</p>\n</blockquote>')
  expect(textHtml('| a |\n|---|\n| 1 |')).toContain('<td>1</td>')
})

describe('text that would take a parser seconds is shown plain', () => {
  const tangled = [
    '>'.repeat(50_000),
    '> '.repeat(30),
    '**a*'.repeat(12_000),
    '[a]('.repeat(12_000),
    `${'- '.repeat(40)}a`,
  ]
  test.each(tangled.map((source) => [source.slice(0, 12), source]))('%s…', (_name, source) => {
    expect(isTangled(source)).toBe(true)
    expect(textHtml(source)).toMatch(/^<p>[^<]*<\/p>$/)
  })

  test('an honest text is not', () => {
    expect(
      isTangled(`${'- - - '.repeat(20)}\n\n${'## A\n\n- **b** [c](https://d.example)\n'.repeat(700)}`),
    ).toBe(false)
  })
})

test('a text is read once, until many others were', { timeout: 30_000 }, () => {
  const tree = textTree('drawn again and again')
  expect(textTree('drawn again and again')).toBe(tree)
  for (let i = 0; i < 21; i++) textTree(`${i} ${'word '.repeat(9_999)}`)
  expect(textTree('drawn again and again')).not.toBe(tree)
  expect(textTree('drawn again and again')).toEqual(tree)
})
