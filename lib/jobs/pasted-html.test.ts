import { describe, expect, test } from 'vitest'
import { hostile } from './hostile-fixtures'
import { markdownOf } from './pasted-html'
import { sanitiseHtml, textHtml } from './text'

const wordItem = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n\n`

describe('from Word', () => {
  const head =
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0in} --></style></head><body lang=EN-US><!--StartFragment-->'

  test('headings, emphasis and links stay', () => {
    const pasted = `${head}<p class=MsoTitle>Baker<o:p></o:p></p><h2><span style='mso-bidi-font-family:Arial'><b>What you do</b></span></h2>
<p class=MsoNormal>We bake <b>bread </b>and&nbsp;<i>cake</i>. See <a href="https://example.org/team">our team</a>.<o:p></o:p></p></body></html>`
    expect(markdownOf(pasted)).toBe(
      '# Baker\n\n## What you do\n\nWe bake **bread** and *cake*. See [our team](https://example.org/team).',
    )
  })

  test('paragraphs that only look like lists become lists, with their levels', () => {
    const pasted =
      head +
      wordItem(1, '·', 'Write <b>Go</b>') +
      wordItem(2, 'o', 'and review it') +
      wordItem(1, '·', 'Be on call')
    expect(markdownOf(pasted)).toBe('- Write **Go**\n  - and review it\n- Be on call')
  })

  test('numbered ones too, beside text', () => {
    const pasted = `${head}<p class=MsoNormal>How:</p>${wordItem(1, '1.', 'Talk')}${wordItem(1, '2.', 'Pair')}<p>Then start.</p>`
    expect(markdownOf(pasted)).toBe('How:\n\n1. Talk\n2. Pair\n\nThen start.')
  })

  test('the first row of a table is its header', () => {
    const pasted =
      '<table class=MsoTableGrid border=1><tr><td><p>Level</p></td><td><p>Pay</p></td></tr><tr><td><p>Senior</p></td><td>90&nbsp;000</td></tr></table>'
    expect(markdownOf(pasted)).toBe('| Level  | Pay    |\n| ------ | ------ |\n| Senior | 90 000 |')
  })
})

describe('from Google Docs', () => {
  const doc = (inner: string) =>
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">${inner}</b><br class="Apple-interchange-newline">`
  const item = (text: string) =>
    `<li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">${text}</span></p></li>`

  test('the wrapper is not bold, styled spans are', () => {
    const pasted = doc(
      '<h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">About us</span></h2><p dir="ltr"><span style="font-weight:400">We are </span><span style="font-weight:700;font-style:normal">small</span><span style="font-style:italic"> and kind</span>. <a href="https://example.org/"><span style="color:#15c">More</span></a></p>',
    )
    expect(markdownOf(pasted)).toBe(
      '## About us\n\nWe are **small** *and kind*. [More](https://example.org/)',
    )
  })

  test('a list inside a list stays inside it', () => {
    const pasted = doc(`<ul>${item('One')}<ul>${item('One and a half')}</ul>${item('Two')}</ul>`)
    expect(markdownOf(pasted)).toBe('- One\n  - One and a half\n- Two')
  })
})

test('from a web page: structure stays, everything else goes', () => {
  const pasted = `<div class="css-1x"><h3 style="color:red">Your tasks</h3><div>First line</div><div>Second<br>third</div>
<ul class="list"><li>Alpha <script>alert(1)</script></li><li><div>Beta <a href="javascript:alert(1)">one</a> <a href="/jobs">two</a></div></li></ul>
<img src=x onerror=alert(1)><p>Mail <a href="mailto:jobs@example.org">us</a></p><iframe src="https://x"></iframe><svg><text>no</text></svg><span style="display:none">hidden</span></div>`
  expect(markdownOf(pasted)).toBe(
    '### Your tasks\n\nFirst line\n\nSecond\\\nthird\n\n- Alpha\n- Beta one two\n\nMail [us](mailto:jobs@example.org)',
  )
})

test('what looks like Markdown in the pasted text stays text', () => {
  expect(textHtml(markdownOf('<p># not a heading *nor* emphasis</p>'))).toBe(
    '<p># not a heading *nor* emphasis</p>',
  )
})

test.each(hostile.map((payload) => [payload]))('pasting %s is harmless', (payload) => {
  const html = textHtml(markdownOf(`<div>${payload}</div>`))
  expect(sanitiseHtml(html)).toBe(html)
  expect(html).not.toMatch(
    /<(?!\/?(h\d|p|ul|ol|li|strong|em|a|br|hr|blockquote|code|pre|table|thead|tbody|tr|th|td)\b)/,
  )
  expect(html).not.toMatch(/href="(?!https?:\/\/|mailto:)/)
})
