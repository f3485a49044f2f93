import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { indeedXml } from './indeed-xml'

const about = { board: 'https://example.org/feed.xml', ask: null }
const job = `<job>
  <title><![CDATA[Roofer & tiler]]></title><date><![CDATA[Fri, 02 Oct 2026 10:00:00 GMT]]></date>
  <referencenumber><![CDATA[7-graz]]></referencenumber><requisitionid>7</requisitionid>
  <url><![CDATA[https://example.org/jobs/7?source=indeed&x=1]]></url><company>Demo Employer</company>
  <city>Graz</city><state>Styria</state><country>AT</country>
  <description><![CDATA[<p>Tiles &amp; slates</p>]]></description>
  <salary>€3,000 per month</salary><jobtype>fulltime</jobtype><category>Building</category>
  <remotetype>Hybrid remote</remotetype><expirationdate>2026-12-01</expirationdate>
</job>`
const read = (...jobs: string[]) =>
  indeedXml.read(`<?xml version="1.0"?><source><publisher>Demo</publisher>${jobs.join('')}</source>`, about)
    .jobs

test('a job of the feed is read, its text once decoded in CDATA and without it', () => {
  const escaped = job.replace(
    /<description>.*<\/description>/,
    '<description>&lt;p&gt;A &amp;amp; B&lt;/p&gt;</description>',
  )
  expect(read(job, escaped)).toMatchObject([
    {
      ok: true,
      job: {
        externalId: '7-graz',
        openingKey: '7',
        company: 'Demo Employer',
        title: 'Roofer & tiler',
        url: 'https://example.org/jobs/7?source=indeed&x=1',
        locations: [{ text: null, address: { locality: 'Graz', region: 'Styria', country: 'AT' } }],
        workplace: 'hybrid',
        employmentType: 'fulltime',
        department: 'Building',
        html: '<p>Tiles &amp; slates</p>',
        pay: [],
        payText: '€3,000 per month',
        publishedAt: new Date('2026-10-02T10:00:00Z'),
        closesAt: new Date('2026-12-01T23:59:59Z'),
      },
    },
    { job: { html: '<p>A &amp; B</p>' } },
  ])
})

test('without a reference the address is the id; without an address the job is refused', () => {
  expect(
    read(
      '<job><title>A</title><url>https://example.org/a</url><remotetype>Fully remote</remotetype></job>',
      '<job><title>B</title><referencenumber>b</referencenumber></job>',
    ),
  ).toMatchObject([
    {
      ok: true,
      job: { externalId: 'https://example.org/a', openingKey: null, workplace: 'remote', locations: [] },
    },
    { ok: false, refusal: { externalId: 'b', title: 'B', field: 'url', value: 'absent' } },
  ])
  for (const text of ['', '<rss/>', '<source><job>', '<!DOCTYPE source><source/>'])
    expect(() => indeedXml.read(text, about)).toThrow(Unreadable)
  expect(indeedXml.boardOf('https://example.org/feed.xml')).toBe('https://example.org/feed.xml')
})
