import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Drawing, PayRow, Receipt } from '@/lib/figures/drawing'
import { Figure } from './figure'

const receipt = (id: string, given: Partial<Receipt> = {}): Receipt => ({
  id,
  asOf: '2026-11-29T06:00:00Z',
  openings: 143,
  companies: 41,
  jobs: 150,
  ...given,
})
const usd = {
  currency: 'USD',
  votes: 20,
  p10: 110_000,
  p25: 130_000,
  p50: 150_000,
  p75: 170_000,
  p90: 190_000,
}
const bins = [
  { from: 100_000, to: 140_000, votes: 6 },
  { from: 140_000, to: 160_000, votes: 10 },
  { from: 160_000, to: 200_000, votes: 4 },
]
const week = (day: string, opened: number, closed: number, open: number) => ({
  week: day,
  opened,
  closed,
  open,
})

const distribution = (given: Partial<Extract<Drawing, { kind: 'distribution' }>['value']> = {}): Drawing => ({
  kind: 'distribution',
  title: 'Half of the pay lies near the middle',
  receipts: [receipt('pay')],
  value: { ...usd, bins, openingsInAll: 412, ...given },
})
const payRow = (label: string, given: Partial<PayRow> = {}): PayRow => ({
  ...usd,
  label,
  receipt: receipt(label.toLowerCase()),
  ...given,
})
const payRows = (rows: PayRow[]): Drawing => ({
  kind: 'pay-rows',
  title: 'Pay by group',
  receipts: rows.map((row) => row.receipt),
  rows,
})
const bars = (
  rows: { label: string; href: string | null; openings: number }[],
  openings = 1200,
): Drawing => ({
  kind: 'bars',
  title: 'Skills',
  receipts: [receipt('skills')],
  rows,
  openings,
})
const weeks = (given: ReturnType<typeof week>[]): Drawing => ({
  kind: 'weeks',
  title: 'Openings by week',
  receipts: [receipt('weeks')],
  value: { since: '2026-11-02', weeks: given },
})
const paired: Drawing = {
  kind: 'paired-bars',
  title: 'Two roles',
  receipts: [receipt('one'), receipt('two', { openings: 90 })],
  sides: ['Backend developer', 'Full-stack developer'],
  rows: [{ label: 'React', shares: [0.1, 0.4] }],
}
const transitions: Drawing = {
  kind: 'transitions',
  title: 'Ways from backend',
  receipts: [receipt('ways')],
  rows: [
    {
      label: 'DevOps engineer',
      href: '/guides/devops',
      shared: 0.54,
      missing: [{ label: 'Terraform', openings: 1212 }],
    },
    { label: 'Twin', href: '/guides/twin', shared: 1, missing: [] },
  ],
}

const draw = (drawing: Drawing, locale = 'en-US') =>
  renderToStaticMarkup(<Figure drawing={drawing} locale={locale} />)
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|')
    .replaceAll('&amp;', '&')
/** The cells of each row of each table. */
const tableOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  )
const tagsOf = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map(([tag]) =>
    Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])),
  )
const rects = (html: string, name: string) =>
  tagsOf(html, new RegExp(`<rect class="[^"]*${name}[^>]*>`, 'g')).filter(
    (rect) => rect.x?.endsWith('%') || rect.width?.endsWith('%'),
  )

test('a distribution gives its percentiles and its bins in tables', () => {
  const table = tableOf(draw(distribution()))
  expect(table).toContainEqual(['p10', '$110,000'])
  expect(table).toContainEqual(['p50', '$150,000'])
  expect(table).toContainEqual(['$140,000 – $160,000', '10'])
})

test('the bars of a distribution lie where pay and votes say, cut where the middle half begins and ends', () => {
  const html = draw(distribution())
  const middle = rects(html, 'figure-main')
  expect(middle.map(({ x, width }) => [x, width])).toEqual([
    ['30%', '10%'],
    ['40%', '20%'],
    ['60%', '10%'],
  ])
  expect(rects(html, 'figure-quiet').map(({ x, width }) => [x, width])).toEqual([
    ['0%', '30%'],
    ['70%', '30%'],
  ])
  const [low, high] = [Number(middle[0]?.height), Number(middle[1]?.height)]
  expect(low / high).toBeCloseTo(0.6, 2)
  expect(html).toMatch(/data-line="p50"><line[^>]*x1="50%"/)
})

test('a scale of pay that does not begin at zero says so', () => {
  expect(draw(distribution())).toContain('on a scale from $100,000, not from zero')
  expect(draw(distribution({ bins: [{ from: 0, to: 200_000, votes: 20 }] }))).not.toContain('not from zero')
  expect(draw(payRows([payRow('Senior')]))).toContain('The scale begins at $100,000, not at zero.')
  expect(draw(payRows([payRow('Wide', { p10: 10_000 })]))).not.toContain('not at zero')
})

test('a distribution says how many of the openings state their pay', () => {
  expect(draw(distribution())).toContain('143 of 412 openings state their pay.')
})

test('the marks of a row of pay lie where its scale says', () => {
  const html = draw(
    payRows([payRow('Senior', { p10: 100_000, p25: 125_000, p50: 150_000, p75: 175_000, p90: 200_000 })]),
  )
  expect(rects(html, 'figure-main').map(({ x, width }) => [x, width])).toEqual([['25%', '50%']])
  expect(html).toMatch(/class="figure-median" x1="50%" x2="50%"/)
  expect(html).toMatch(/class="figure-line" x1="0%" x2="100%"/)
})

test('rows of different currency stand apart, each on a scale of its own', () => {
  const eur = payRow('Germany', {
    currency: 'EUR',
    p10: 50_000,
    p25: 60_000,
    p50: 70_000,
    p75: 80_000,
    p90: 90_000,
  })
  const html = draw(payRows([payRow('United States'), eur, payRow('Guam')]))
  const groups = html.split('data-currency=').slice(1)
  expect(groups.map((group) => group.slice(1, 4))).toEqual(['USD', 'EUR'])
  const [inUsd = '', inEur = ''] = groups.map((group) => group.split('<details')[0])
  expect(textOf(inUsd)).toMatch(/United States.*Guam/)
  expect(inUsd).not.toContain('€')
  expect(inEur).not.toContain('$')
  expect(inEur).toMatch(/figure-median" x1="50%"/)
})

test('each row of pay gives its numbers and leads to its own jobs in the table', () => {
  const html = draw(payRows([payRow('Junior'), payRow('Senior')]))
  expect(tableOf(html)[2]).toEqual([
    'Senior',
    '$110,000',
    '$130,000',
    '$150,000',
    '$170,000',
    '$190,000',
    '20',
    '143',
    '41',
    'the jobs · CSV · JSON',
  ])
  expect(html).toContain('<a href="/jobs?figure=senior">the jobs</a>')
  expect(textOf(html)).toContain('Counted |Nov 29, 2026|. The openings')
})

test('bars are as long as their share, and give share and count', () => {
  const html = draw(
    bars([
      { label: 'Go', href: '/jobs?skill=go', openings: 1200 },
      { label: 'C', href: null, openings: 300 },
    ]),
  )
  expect(rects(html, 'figure-main').map(({ width }) => width)).toEqual(['100%', '25%'])
  expect(tableOf(html).slice(1)).toEqual([
    ['Go', '100%', '1,200 of 1,200'],
    ['C', '25%', '300 of 1,200'],
  ])
  expect(html).toContain('<a href="/jobs?skill=go">Go</a>')
  expect(textOf(html)).toContain('300| of 1,200 openings')
})

test('less than one in a hundred is not called nothing', () => {
  expect(tableOf(draw(bars([{ label: 'COBOL', href: null, openings: 5 }])))[1]?.[1]).toBe('0.4%')
})

test('weeks give what was opened, closed and left open, and since when they were seen', () => {
  const html = draw(weeks([week('2026-11-02', 5, 10, 100), week('2026-11-09', 10, 0, 110)]))
  expect(tableOf(html).slice(1)).toEqual([
    ['Nov 2, 2026', '5', '10', '100'],
    ['Nov 9, 2026', '10', '0', '110'],
  ])
  expect(html).toContain('Seen by this board since Nov 2, 2026')
})

test('the steps of weeks go up by what was opened and down by what was closed', () => {
  const html = draw(weeks([week('2026-11-02', 5, 10, 50), week('2026-11-09', 10, 0, 100)]))
  const path = (name: string) => new RegExp(`data-line="${name}" d="([^"]*)"`).exec(html)?.[1]
  expect(path('opened')).toMatch(/^M0,50L50,50L50,0L100,0L100,0/)
  expect(path('closed')).toMatch(/^M0,100L50,100L50,0L100,0/)
  expect(path('open')).toBe('M25,50L75,0')
  expect(html).toMatch(/<circle class="figure-dot" cx="75%" cy="20"/)
})

test('two roles are drawn filled and hollow on one scale, each with its source', () => {
  const html = draw(paired)
  expect(rects(html, 'figure-main').map(({ width }) => width)).toEqual(['25%'])
  expect(rects(html, 'figure-hollow').map(({ width }) => width)).toEqual(['100%'])
  expect(tableOf(html)).toEqual([
    ['Entry', 'Backend developer', 'Full-stack developer'],
    ['React', '10%', '40%'],
  ])
  expect(textOf(html)).toContain('Full-stack developer: 90 openings at 41 companies')
})

test('ways between roles name what is missing and how many openings ask for it', () => {
  const html = draw(transitions)
  expect(rects(html, 'figure-main').map(({ width }) => width)).toEqual(['54%', '100%'])
  expect(tableOf(html).slice(1)).toEqual([
    ['DevOps engineer', '54%', 'Terraform (1,212)'],
    ['Twin', '100%', 'none'],
  ])
})

test('one receipt is written under the drawing with its jobs and both forms of its numbers', () => {
  const html = draw(bars([{ label: 'Go', href: null, openings: 3 }]))
  expect(textOf(html)).toContain(
    '|143 openings at 41 companies, |Nov 29, 2026|\u00a0· |the jobs| · |CSV| · |JSON|',
  )
  for (const href of ['/jobs?figure=skills', '/api/v1/figures/skills.csv', '/api/v1/figures/skills'])
    expect(html).toContain(`href="${href}"`)
  const odd = draw({ ...paired, receipts: [receipt('a/b?"c', { openings: 1, companies: 1 })] })
  expect(odd).toContain('/jobs?figure=a%2Fb%3F%22c"')
  expect(odd).toContain('1 opening at 1 company')
})

test('numbers and days are written as the board’s locale writes them', () => {
  const html = draw(distribution({ currency: 'EUR' }), 'de-DE')
  expect(html).toMatch(/>150\.000\s€</)
  expect(html).toContain('29.11.2026')
})

const flat = { p10: 90_000, p25: 90_000, p50: 90_000, p75: 90_000, p90: 90_000 }
const nil = { p10: 0, p25: 0, p50: 0, p75: 0, p90: 0 }
const degenerate: [string, Drawing][] = [
  ['one vote', distribution({ ...flat, votes: 1, bins: [{ from: 80_000, to: 100_000, votes: 1 }] })],
  ['a bin without width', distribution({ ...flat, bins: [{ from: 90_000, to: 90_000, votes: 1 }] })],
  ['no bins', distribution({ bins: [] })],
  ['no votes', distribution({ ...nil, votes: 0, bins: [{ from: 0, to: 10_000, votes: 0 }] })],
  ['no rows of pay', payRows([])],
  ['one row of one pay', payRows([payRow('One', flat)])],
  ['a row of nothing', payRows([payRow('Nil', nil)])],
  ['no bars', bars([], 0)],
  ['bars of no openings', bars([{ label: 'Go', href: null, openings: 0 }], 0)],
  ['no weeks', weeks([])],
  ['one week', weeks([week('2026-11-02', 1, 0, 1)])],
  ['a still week', weeks([week('2026-11-02', 0, 0, 0)])],
  ['no pairs', { ...paired, rows: [] } as Drawing],
  ['a pair of nothing', { ...paired, rows: [{ label: 'Go', shares: [0, 0] }] } as Drawing],
  ['no ways', { ...transitions, rows: [] } as Drawing],
  ['no receipts', { ...transitions, receipts: [] } as Drawing],
]

test.each(degenerate)('%s is drawn without a number that is none', (_, drawing) => {
  const html = draw(drawing)
  expect(html).not.toMatch(/NaN|Infinity|undefined|null|="-[\d.]+%"/)
  expect(html).toContain('<figcaption>')
})

test('labels cannot become markup', () => {
  const hostile = '"><script>alert(1)</script>'
  for (const drawing of [
    { ...distribution(), title: hostile },
    payRows([payRow(hostile)]),
    bars([{ label: hostile, href: '/jobs?q="><script>', openings: 3 }]),
    { ...paired, sides: [hostile, 'b'], rows: [{ label: hostile, shares: [0.1, 0.2] }] },
    {
      ...transitions,
      rows: [{ label: hostile, href: '/x', shared: 0.2, missing: [{ label: hostile, openings: 1 }] }],
    },
  ] as Drawing[])
    expect(draw(drawing)).not.toContain('<script')
})

test('nothing is styled inline, which the policy of the pages refuses', () => {
  const all = [
    distribution(),
    payRows([payRow('a'), payRow('b')]),
    bars([]),
    weeks([week('2026-11-02', 1, 0, 1)]),
    paired,
    transitions,
  ]
  for (const drawing of all) expect(draw(drawing)).not.toContain('style=')
})

test('every drawing is hidden from screen readers, and its numbers are not', () => {
  for (const drawing of [distribution(), weeks([week('2026-11-02', 1, 0, 1)]), paired, transitions]) {
    const html = draw(drawing)
    expect(tagsOf(html, /<svg[^>]*>/g).every((svg) => svg['aria-hidden'] === 'true')).toBe(true)
    expect(html).toMatch(/<details[^>]*><summary>The numbers as a table<\/summary>/)
  }
})
