import { expect, test } from 'vitest'
import { Unreadable } from '../adapter'
import { rss } from './rss'

const about = { board: 'https://example.org/jobs.rss', ask: null }
const feed = (...items: string[]) =>
  `\ufeff<?xml version="1.0"?><rss version="2.0" xmlns:content="x"><channel><title>Jobs</title>${items.join('')}</channel></rss>`

test('an item of RSS is read with its text decoded once', () => {
  const { jobs } = rss.read(
    feed(
      `<item><title>Cook: nights &amp; days</title><link>https://example.org/1</link><guid isPermaLink="false">n1</guid>
       <description>&lt;p&gt;R&amp;amp;D &amp;amp;lt;b&amp;amp;gt;&lt;/p&gt;</description><category>Food</category><category>Night</category>
       <type>Full-Time</type><region>EMEA</region><state>Styria</state><country>Austria</country>
       <skills>Knives, Fire, and Sauces</skills><pubDate>Fri, 27 Mar 2026 20:20:27 +0000</pubDate><expires_at>Sun, 26 Apr 2026 20:20:27 +0000</expires_at></item>`,
      '<item><title>Baker</title><link>https://example.org/2</link><content:encoded><![CDATA[<p>Rye &amp; oat</p>]]></content:encoded><description>Rye</description></item>',
      '<item><link>https://example.org/3</link></item>',
    ),
    about,
  )
  expect(jobs).toMatchObject([
    {
      ok: true,
      job: {
        externalId: 'n1',
        company: null,
        title: 'Cook: nights & days',
        url: 'https://example.org/1',
        locations: [{ text: 'EMEA', address: { locality: null, region: 'Styria', country: 'Austria' } }],
        workplace: null,
        employmentType: 'Full-Time',
        department: 'Food',
        html: '<p>R&amp;D &amp;lt;b&amp;gt;</p>',
        skills: ['Knives', 'Fire', 'Sauces'],
        publishedAt: new Date('2026-03-27T20:20:27Z'),
        closesAt: new Date('2026-04-26T20:20:27Z'),
      },
    },
    { ok: true, job: { externalId: 'https://example.org/2', html: '<p>Rye &amp; oat</p>' } },
    { ok: false, refusal: { field: 'title', value: 'absent' } },
  ])
})

test('company and title are told apart on We Work Remotely alone, where each job is remote', () => {
  const item = (host: string) =>
    `<item><title>Demo Employer: Cook: nights</title><link>https://${host}/remote-jobs/cook</link><region>Anywhere in the World</region><country></country><state>Ontario</state></item>`
  const { jobs } = rss.read(feed(item('weworkremotely.com'), item('weworkremotely.com.example.org')), about)
  expect(jobs).toMatchObject([
    {
      job: {
        company: 'Demo Employer',
        title: 'Cook: nights',
        workplace: 'remote',
        eligibleFrom: ['Anywhere in the World'],
        locations: [],
      },
    },
    { job: { company: null, title: 'Demo Employer: Cook: nights', workplace: null, eligibleFrom: [] } },
  ])
})

test('an entry of Atom is read, whatever kind its texts are', () => {
  const { jobs } = rss.read(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title>
     <entry><id>tag:1</id><title type="html">R&amp;amp;D</title><link rel="self" href="https://example.org/1.atom"/><link href="https://example.org/1"/>
       <updated>2026-10-02T10:00:00Z</updated><published>2026-10-01T10:00:00Z</published><category term="Lab"/><content type="html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</content></entry>
     <entry><id>tag:2</id><title>A &lt; B</title><link rel="alternate" href="https://example.org/2"/><updated>2026-10-02T10:00:00Z</updated><summary>a &lt; b</summary></entry>
     <entry><id>tag:3</id><title>C</title><link href="https://example.org/3"/><content type="xhtml"><div><p>One</p><p>Two</p></div></content></entry>
     </feed>`,
    about,
  )
  expect(jobs).toMatchObject([
    {
      job: {
        externalId: 'tag:1',
        title: 'R&D',
        url: 'https://example.org/1',
        department: 'Lab',
        html: '<p>A &amp; B</p>',
        publishedAt: new Date('2026-10-01T10:00:00Z'),
      },
    },
    { job: { title: 'A < B', html: '<p>a &lt; b</p>', publishedAt: new Date('2026-10-02T10:00:00Z') } },
    { job: { html: '<p>One</p><p>Two</p>' } },
  ])
})

test('a feed without items is a feed; what is none is unreadable', () => {
  expect(rss.read(feed(), about).jobs).toEqual([])
  for (const text of ['', '<html></html>', '{"items":[]}', '<!DOCTYPE rss><rss/>', '<rss><channel>'])
    expect(() => rss.read(text, about)).toThrow(Unreadable)
})

test('the board is an address of https, in one spelling', () => {
  expect(rss.boardOf(' HTTPS://Example.org/jobs.rss#top ')).toBe('https://example.org/jobs.rss')
  for (const typed of [
    'acme',
    'http://example.org/jobs.rss',
    'https://a:b@example.org/',
    'https://localhost/jobs',
    'https://10.0.0.1/',
  ])
    expect(rss.boardOf(typed)).toBeNull()
  expect(rss.firstAsk('https://example.org/jobs.rss')).toEqual({
    url: 'https://example.org/jobs.rss',
    accept: 'xml',
  })
})
