import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { hostile } from '@/lib/jobs/hostile-fixtures'
import { textHtml } from '@/lib/jobs/text'
import { JobBody } from './job-body'

const inner = (text: string) =>
  renderToStaticMarkup(<JobBody text={text} />)
    .replace(/^<div[^>]*>|<\/div>$/g, '')
    .replace(/<\/?section[^>]*>/g, '')
    .replace(/ (class|tabindex)="[^"]*"/g, '')
    .replace(/<(br|hr)\/>/g, '<$1>')
const plain = (html: string) =>
  html
    .replace(/&#x26;|&amp;/g, '&')
    .replace(/&#x3C;|&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, '')

test.each([
  ['headings, lists, links', '## A\n\n- b\n- [c](https://a.example/?x=1&y=2)\n\n3. d\n\n> e **f** *g*'],
  ['code, a rule and a break', '`x` \n\n```\ny < z\n```\n\n---\n\na  \nb'],
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
])('the page draws the same as the HTML of feeds: %s', (_name, text) => {
  expect(plain(inner(text))).toBe(plain(textHtml(text)))
})

test.each(hostile.map((payload) => [payload]))('%s is drawn as harmless', (payload) => {
  const html = inner(`Before\n\n${payload}\n\n- ${payload}`)
  expect(html).not.toMatch(
    /<(?!\/?(h\d|p|ul|ol|li|strong|em|a|br|hr|blockquote|code|pre|table|thead|tbody|tr|th|td)\b)/,
  )
  expect(html).not.toMatch(/<[^>]* on\w+=|href="(?!https?:|mailto:)/)
})
