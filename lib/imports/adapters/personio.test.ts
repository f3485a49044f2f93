import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { personio } from './personio'

const about = { board: 'demo', ask: null }
const xml = (...positions: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>${positions.join('')}</workzag-jobs>`
const position = `<position>
  <id>11</id><subcompany>Demo Employer SE &amp; Co. KG</subcompany><office>Bonn</office>
  <additionalOffices><office>Köln</office></additionalOffices>
  <department>Works</department><name>Joiner (m/f/d)</name>
  <jobDescriptions>
    <jobDescription><name>Tasks &amp; tools</name><value><![CDATA[<p>Oak &amp; ash</p>]]></value></jobDescription>
    <jobDescription><name>Empty</name><value></value></jobDescription>
    <jobDescription><name>You</name><value>&lt;ul&gt;&lt;li&gt;R&amp;amp;D&lt;/li&gt;&lt;/ul&gt;</value></jobDescription>
  </jobDescriptions>
  <employmentType>permanent</employmentType><seniority>experienced</seniority><schedule>full-time</schedule>
  <createdAt>2026-10-01T10:00:00+02:00</createdAt>
</position>`

test('a position of Personio is read with its descriptions, decoded once', () => {
  const { jobs, total } = personio.read(xml(position, position), about)
  expect(total).toBe(2)
  expect(jobs[1]).toEqual(jobs[0])
  expect(jobs[0]).toMatchObject({
    ok: true,
    job: {
      externalId: '11',
      company: 'Demo Employer SE & Co. KG',
      title: 'Joiner (m/f/d)',
      url: 'https://demo.jobs.personio.de/job/11',
      locations: [{ text: 'Bonn' }, { text: 'Köln' }],
      employmentType: 'full-time',
      seniority: 'experienced',
      html: '<h3>Tasks &amp; tools</h3><p>Oak &amp; ash</p><h3>You</h3><ul><li>R&amp;D</li></ul>',
      publishedAt: new Date('2026-10-01T08:00:00Z'),
    },
  })
})

test('a contract that is not permanent is the type; a position without a name is refused', () => {
  const intern =
    '<position><id>2</id><name>Intern</name><employmentType>intern</employmentType><schedule>part-time</schedule></position>'
  expect(personio.read(xml(intern, '<position><id>3</id></position>'), about).jobs).toMatchObject([
    { ok: true, job: { employmentType: 'intern', html: '', locations: [] } },
    { ok: false, refusal: { externalId: '3', field: 'name', value: 'absent' } },
  ])
})

test('what is no feed of Personio is unreadable, and so is a document type', () => {
  for (const text of ['', '{}', '<html><br></html>', '<rss/>', `<!DOCTYPE a [<!ENTITY x "y">]>${xml()}`])
    expect(() => personio.read(text, about)).toThrow(Unreadable)
  expect(personio.read(xml(), about).jobs).toEqual([])
})

test('a board is the name before the domain, of which there are two', () => {
  for (const typed of ['acme', 'https://acme.jobs.personio.de/job/1?language=en', 'acme.jobs.personio.de'])
    expect(personio.boardOf(typed)).toBe('acme')
  for (const typed of ['com:acme', 'https://acme.jobs.personio.com/'])
    expect(personio.boardOf(typed)).toBe('com:acme')
  expect(personio.firstAsk('acme').url).toBe('https://acme.jobs.personio.de/xml')
  expect(personio.firstAsk('com:acme').url).toBe('https://acme.jobs.personio.com/xml')
  for (const typed of [
    'https://acme.jobs.personio.de.example.org',
    'https://acme.personio.de',
    'com:',
    'com:a/b',
  ])
    expect(personio.boardOf(typed)).toBeNull()
})
