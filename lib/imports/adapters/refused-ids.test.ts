import { expect, test } from 'vitest'
import type { ReadJob } from '../adapter'
import { adapterNamed, adapters } from './index'

// A job that cannot be read today is kept only if its refusal names the id that it was kept by. Where an answer has several words that
// look like an id, the wrong ones stand here, too.

const url = 'https://example.org/jobs/7'
const json = (value: unknown) => JSON.stringify(value)
const tag = (name: string, text: string | undefined) =>
  text === undefined ? '' : `<${name}>${text}</${name}>`
const boards: Record<string, string> = {
  personio: 'demo',
  workday: 'https://demo.wd5.myworkdayjobs.com/Careers',
}

/** An answer with one job; without a title it cannot be read. */
type Answer = (title?: string) => string

const cases: [kind: string, answer: Answer, id: string][] = [
  ['ashby', (title) => json({ jobs: [{ id: 'a1', title, jobUrl: url, url }] }), 'a1'],
  ['csv', (title) => `id,url,title\n7,${url}${title === undefined ? '' : `,${title}`}`, '7'],
  ['csv', (title) => `url,title\n${url}${title === undefined ? '' : `,${title}`}`, url],
  ['csv', (title = '') => `job_id,title,url\n7,${title},${url}`, '7'],
  ['greenhouse', (title) => json({ jobs: [{ id: 7, internal_job_id: 8, title, absolute_url: url }] }), '7'],
  ['himalayas', (title) => json({ jobs: [{ id: 'no', guid: url, title }] }), url],
  ['indeed-xml', (title) => xmlOfIndeed(title, tag('referencenumber', 'n7')), 'n7'],
  ['indeed-xml', (title) => xmlOfIndeed(title, tag('referencenumber', '')), url],
  ['job-posting', (title) => markup({ title, url, identifier: { value: 'p7' } }), 'p7'],
  ['job-posting', (title) => markup({ title, url: '/jobs/7' }), url],
  ['json-feed', (title) => feed({ id: 7, url, title, externalId: 'no' }), '7'],
  ['teamtailor', (title) => feed({ id: 'u7', url, title }), 'u7'],
  ['lever', (title) => json([{ id: 'l7', text: title, hostedUrl: url }]), 'l7'],
  [
    'personio',
    (title) => `<workzag-jobs><position><id>7</id>${tag('name', title)}</position></workzag-jobs>`,
    '7',
  ],
  ['recruitee', (title) => json({ offers: [{ guid: 'no', id: 7, title, careers_url: url }] }), '7'],
  ['remotive', (title) => json({ jobs: [{ id: 7, title, url }] }), '7'],
  ['rss', (title) => rssOf(tag('title', title) + tag('guid', 'g7') + tag('link', url)), 'g7'],
  ['rss', (title) => rssOf(tag('title', title) + tag('link', url)), url],
  [
    'rss',
    (title) => rssOf(tag('title', title) + tag('guid', '') + tag('link', `${url}?${'x'.repeat(240)}`)),
    `${url}?${'x'.repeat(240)}`,
  ],
  ['rss', (title) => `<feed><entry>${tag('title', title)}<link href="${url}"/></entry></feed>`, url],
  ['smartrecruiters', (title) => json({ content: [{ id: '7', uuid: 'no', name: title }] }), '7'],
  ['smartrecruiters', (title) => json({ id: '7', uuid: 'no', name: title }), '7'],
  ['workable', (title) => json({ name: 'Demo', jobs: [{ id: 5, shortcode: 'W7', title, url }] }), 'W7'],
  ['workable', (title) => json({ results: [{ id: 5, shortcode: 'W7', title }] }), 'W7'],
  [
    'workday',
    (title) => json({ jobPostings: [{ title, externalPath: '/job/Graz/Cook_R7-1' }] }),
    'Cook_R7-1',
  ],
  [
    'workday',
    (title) => json({ jobPostingInfo: { id: '0ce1', jobPostingId: 'Cook_R7-1', title, externalUrl: url } }),
    'Cook_R7-1',
  ],
]

test.each(cases)(
  '%s: a job that cannot be read is refused under the id that it is kept by',
  (kind, answer, id) => {
    const read = (text: string): ReadJob[] => {
      const board = boards[kind] ?? 'https://example.org/jobs'
      return adapterNamed(kind)?.read(text, { board, ask: null }).jobs ?? []
    }
    expect(read(answer('Cook'))).toMatchObject([{ ok: true, job: { externalId: id } }])
    expect(read(answer())).toMatchObject([{ ok: false, refusal: { externalId: id } }])
  },
)

test('no kind of source is left out here', () => {
  expect(new Set(cases.map(([kind]) => kind))).toEqual(new Set(adapters.map(({ name }) => name)))
})

function xmlOfIndeed(title: string | undefined, reference: string): string {
  return `<source><job>${tag('guid', 'no')}${tag('title', title)}${reference}${tag('url', url)}</job></source>`
}

function rssOf(item: string): string {
  return `<rss><channel><item>${item}</item></channel></rss>`
}

function feed(item: object): string {
  return json({ version: 'https://jsonfeed.org/version/1.1', items: [item] })
}

function markup(posting: object): string {
  return `<script type="application/ld+json">${json({ '@type': 'JobPosting', ...posting })}</script>`
}
