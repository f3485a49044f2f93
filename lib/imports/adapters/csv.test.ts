import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { csv, csvJobs } from './csv'
import { guessColumns } from './csv-columns'
import type { ReadRow } from './csv-row'

const about = { board: 'https://example.org/jobs.csv', ask: null }
const read = (...lines: string[]) => csv.read(lines.join('\n'), about).jobs as ReadRow[]

async function* inPieces(text: string, bytes: number) {
  const all = Buffer.from(text)
  for (let at = 0; at < all.length; at += bytes) yield all.subarray(at, at + bytes)
}
async function all(rows: AsyncIterable<ReadRow>) {
  const found: ReadRow[] = []
  for await (const row of rows) found.push(row)
  return found
}

test('a row is read by the names of its columns', () => {
  expect(
    read(
      'Job ID,Job Title,Company,City,Link,Apply URL,Workplace,Job Type,Level,Department,Description,Salary Min,Salary Max,Currency,Salary Period,Tags,Date Posted,Deadline,updated_at',
      '7,Cook,Demo Employer,Graz,https://example.org/7,https://example.org/7/apply,On-Site,Full time,Senior,Kitchen,"a < b\n\nc","30,000",40000,eur,yearly,"Knives, Fire",2026-10-01,2026-12-01,2026-11-01',
    ),
  ).toMatchObject([
    {
      ok: true,
      line: 2,
      job: {
        externalId: '7',
        company: 'Demo Employer',
        title: 'Cook',
        url: 'https://example.org/7',
        applyUrl: 'https://example.org/7/apply',
        locations: [{ text: 'Graz' }],
        workplace: 'onsite',
        employmentType: 'Full time',
        seniority: 'Senior',
        department: 'Kitchen',
        html: '<p>a &lt; b</p><p>c</p>',
        pay: [{ min: 30_000, max: 40_000, currency: 'EUR', period: 'year' }],
        skills: ['Knives', 'Fire'],
        publishedAt: new Date('2026-10-01T00:00:00Z'),
        closesAt: new Date('2026-12-01T23:59:59Z'),
      },
    },
  ])
})

test('German columns, semicolons, a byte order mark and quoted line ends are read', () => {
  const text =
    '\ufeffStellenbezeichnung;Ort;Link;Veröffentlicht am\r\n"Koch; Köchin";Köln;https://example.org/1;01.02.2026\r\n'
  expect(csv.read(text, about).jobs).toMatchObject([
    {
      job: {
        externalId: 'https://example.org/1',
        title: 'Koch; Köchin',
        locations: [{ text: 'Köln' }],
        publishedAt: new Date('2026-02-01T00:00:00Z'),
      },
    },
  ])
})

test('bad rows are refused with their line, and spare the others', () => {
  const rows = read(
    'title\turl\ttext',
    'A\thttps://example.org/1\t"two\nlines"',
    '',
    'B\thttps://example.org/2',
    'C\tnowhere\t"x"" y"',
    'D\thttps://example.org/4\tx\tmore',
    'E "the" F\thttps://example.org/5\t<p>x</p>',
  )
  expect(rows).toMatchObject([
    { ok: true, line: 2 },
    { ok: false, line: 5, refusal: { field: 'line 5', value: '2 cells', reason: 'the header has 3' } },
    { ok: false, line: 6, refusal: { title: 'C', field: 'line 6, url', value: 'nowhere' } },
    { ok: false, line: 7, refusal: { field: 'line 7', value: '4 cells' } },
    { ok: true, line: 8, job: { title: 'E "the" F', html: '<p>x</p>' } },
  ])
})

test.each([
  ['remote', 'remote'],
  [' Hybrid ', 'hybrid'],
  ['on-site', 'onsite'],
  ['remote possible', null],
  ['true', null],
])('the workplace “%s”', (cell, workplace) => {
  expect(read('title,url,workplace', `A,https://example.org/1,${cell}`)).toMatchObject([
    { job: { workplace } },
  ])
})

test('a column that is needed and cannot be guessed is named', () => {
  expect(guessColumns(['Job', 'Apply_URL', 'Firma'])).toEqual({
    columns: { title: 'Job', url: 'Apply_URL', company: 'Firma' },
    missing: [],
  })
  expect(guessColumns(['a', 'Ort'])).toEqual({ columns: { location: 'Ort' }, missing: ['title', 'url'] })
  expect(() => read('titel,ort', 'A,B')).toThrow('has no column for url: its header is “titel, ort”')
  for (const text of ['', '<html><p>x</p></html>', '{"jobs":[]}'])
    expect(() => csv.read(text, about)).toThrow(Unreadable)
})

test('a table in pieces of any size is read as the whole is', async () => {
  const text =
    '\ufeffTitel;"U\r\nRL";Ort\r\n"Kö\r\nch""in";https://example.org/1;Köln\r\n\r\nzu;wenig\r\nB;https://example.org/2;"x;y"'
  const mapping = { title: 'Titel', url: 'U\r\nRL', location: 'Ort' }
  const whole = await all(csvJobs(inPieces(text, 10_000), mapping))
  expect(whole).toMatchObject([
    { ok: true, line: 3, job: { title: 'Kö ch"in', locations: [{ text: 'Köln' }] } },
    { ok: false, line: 6 },
    { ok: true, line: 7, job: { locations: [{ text: 'x;y' }] } },
  ])
  for (const bytes of [1, 2, 3, 7]) expect(await all(csvJobs(inPieces(text, bytes), mapping))).toEqual(whole)
  expect(csv.read(text.replace('U\r\nRL', 'URL'), about).jobs.map((row) => row.ok)).toEqual(
    whole.map((row) => row.ok),
  )
})

test('a table is read on only as rows are taken', async () => {
  let made = 0
  async function* endless() {
    yield 'title,url\n'
    for (;;) yield `Job ${++made},https://example.org/${made}\n`.repeat(100)
  }
  let taken = 0
  for await (const row of csvJobs(endless(), { title: 'title', url: 'url' })) {
    expect(row.ok).toBe(true)
    if (++taken === 1000) break
  }
  expect(made).toBeLessThan(200)
})

test('a mapping to a column that is not there, an empty table and a quote without an end are unreadable', async () => {
  const mapping = { title: 'title', url: 'link' }
  await expect(all(csvJobs(inPieces('title,url\nA,b\n', 5), mapping))).rejects.toThrow('has no column “link”')
  await expect(all(csvJobs(inPieces('', 5), mapping))).rejects.toThrow(Unreadable)
  const open = `title,link\n"A,${'x'.repeat(1_100_000)}`
  await expect(all(csvJobs(inPieces(open, 65_536), mapping))).rejects.toThrow(Unreadable)
})

test('a fault of the source itself comes through', async () => {
  async function* broken() {
    yield 'title,url\nA,https://example.org/1\n'
    throw new Error('cut off')
  }
  await expect(all(csvJobs(broken(), { title: 'title', url: 'url' }))).rejects.toThrow('cut off')
})
