import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostile } from '@/lib/jobs/hostile-fixtures'
import { sanitiseHtml, textHtml } from '@/lib/jobs/text'
import { decodedOnce } from './decode'
import { textOf } from './text'

const shown = (html: string) => textHtml(textOf(html))

describe('HTML of sources (RELIABILITY.md B25)', () => {
  test.each([
    [
      'once, as Greenhouse sends it',
      '&lt;p&gt;R&amp;amp;D &amp;lt;b&amp;gt;&lt;/p&gt;',
      '<p>R&#x26;D &#x3C;b></p>',
    ],
    [
      'twice: what is left stays text',
      '&amp;lt;p&amp;gt;Hello&amp;lt;/p&amp;gt;',
      '<p>&#x3C;p>Hello&#x3C;/p></p>',
    ],
    ['thrice', '&amp;amp;lt;p&amp;amp;gt;', '<p>&#x26;lt;p&#x26;gt;</p>'],
    ['mixed', '&lt;p&gt;one&lt;/p&gt;<p>two &amp; three</p>', '<p>one</p>\n<p>two &#x26; three</p>'],
    ['a script inside', '&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;x&lt;/p&gt;', '<p>x</p>'],
    ['a script twice encoded is words', '&amp;lt;script&amp;gt;x', '<p>&#x3C;script>x</p>'],
  ])('encoded %s', (_, encoded, html) => {
    expect(shown(decodedOnce(encoded))).toBe(html)
  })

  test('headings, lists, links and emphasis stay; styles, pictures and frames go', () => {
    const html = `<h3 style="color:red">You will</h3><ul><li><p>Build <b>things</b></p></li><li>Test</li></ul>
      <img src="https://example.org/x.gif"><iframe src="https://example.org"></iframe>
      <p><a href="https://example.org/a" onclick="x()">Read</a> <a href="javascript:x()">not</a></p>`
    expect(shown(html)).toBe(
      '<h2>You will</h2>\n<ul>\n<li>Build <strong>things</strong></li>\n<li>Test</li>\n</ul>\n' +
        '<p><a href="https://example.org/a" rel="nofollow ugc noopener">Read</a> not</p>',
    )
  })

  test('no payload leaves more than allowed elements, however often it is read', () => {
    for (const payload of hostile) {
      const once = shown(payload)
      expect(sanitiseHtml(once)).toBe(once)
      expect(once).not.toMatch(
        /<(script|iframe|object|embed|svg|math|form|style|img|meta|base)\b|<[^>]+\son\w+=|<[^>]+javascript:/i,
      )
    }
  })

  test('reading is idempotent: what was read and shown reads the same again', () => {
    const words = fc.constantFrom(
      'R&D',
      '<b>',
      'a * b',
      '_x_',
      '1. one',
      '# no',
      '`c`',
      '[l](u)',
      '- d',
      'ß é 日本',
    )
    const element = fc.tuple(fc.constantFrom('p', 'h2', 'ul', 'strong', 'em', 'div', 'span'), words)
    const html = fc.array(element, { maxLength: 8 }).map((parts) =>
      parts
        .map(([tag, text]) => {
          const words = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
          return tag === 'ul' ? `<ul><li>${words}</li></ul>` : `<${tag}>${words}</${tag}>`
        })
        .join(''),
    )
    fc.assert(
      fc.property(html, (source) => {
        const once = shown(source)
        expect(sanitiseHtml(once)).toBe(once)
        expect(shown(once)).toBe(once)
      }),
      { numRuns: 200 },
    )
  })

  test('a text of any length is stored whole as far as it may be, and cut at a paragraph beyond', () => {
    const long = textOf(
      Array.from({ length: 3000 }, (_, i) => `<p>Paragraph ${i} of a long text.</p>`).join(''),
    )
    expect(long.length).toBeLessThanOrEqual(50_000)
    expect(long).toMatch(/a long text\.\n\n…$/)
  })

  test('marks beyond reason leave the words', () => {
    const tangled = textOf(`<p>${'*_~['.repeat(800)}words</p>`)
    expect(tangled).toContain('words')
    expect(shown(`<p>${'*_~['.repeat(800)}words</p>`)).toContain('words')
  })
})
