import { z } from 'zod'
import { childrenOf, type XmlElement } from '@/lib/outside/parse-xml'
import { type Adapter, readItems } from '../adapter'
import { decodedOnce } from '../decode'
import type { ItemFields, JobFields } from '../shape'
import { feedAddress } from './board-address'
import { dateOf, endOf } from './dates'
import { htmlOfText } from './html'
import { placeOf } from './places'
import { wordsIn } from './word-lists'
import { rootNamed, textsOf } from './xml'

// https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287; the elements about jobs are those of
// https://weworkremotely.com/remote-jobs.rss and of WP Job Manager.

const optional = z.string().nullish()

/** An item of RSS or an entry of Atom, in the same words. */
const item = z.object({
  id: optional,
  title: z.string(),
  link: z.string(),
  html: optional,
  published: optional,
  expires: optional,
  company: optional,
  location: optional,
  region: optional,
  state: optional,
  country: optional,
  type: optional,
  category: optional,
  skills: optional,
})

export const rss: Adapter = {
  name: 'rss',
  label: 'RSS or Atom',
  example: 'https://example.org/jobs.rss',
  boardOf: feedAddress,
  firstAsk: (board) => ({ url: board, accept: 'xml' }),
  homeOf: (board) => board,
  read(text) {
    const root = rootNamed(text, ['rss', 'feed', 'rdf:RDF'])
    return {
      jobs: readItems(itemsIn(root), { item, idOf: ({ id, link }) => id || link, toJob: fieldsOf }),
      next: [],
      total: null,
    }
  },
}

function itemsIn(root: XmlElement): unknown[] {
  if (root.name === 'feed') return childrenOf(root, 'entry').map(itemOfAtom)
  const lists = root.name === 'rss' ? childrenOf(root, 'channel') : [root]
  return lists.flatMap((list) => childrenOf(list, 'item')).map(itemOfRss)
}

/** `description` is HTML that XML encodes once or leaves in CDATA: the reader of XML has decoded it, and once is all. */
function itemOfRss(element: XmlElement): unknown {
  const texts = textsOf(element)
  return {
    id: texts.guid,
    title: texts.title,
    link: texts.link || texts.guid,
    html: texts['content:encoded'] || texts.description,
    published: texts.pubDate || texts['dc:date'],
    expires: texts.expires_at,
    company: texts.company || texts['job_listing:company'],
    location: texts.location || texts['job_listing:location'],
    region: texts.region,
    state: texts.state,
    country: texts.country,
    type: texts.type || texts['job_listing:job_type'],
    category: texts.category || texts['job_listing:job_category'],
    skills: texts.skills,
  }
}

function itemOfAtom(element: XmlElement): unknown {
  const texts = textsOf(element)
  const links = childrenOf(element, 'link').map(({ attributes }) => attributes)
  const page = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0]
  const [title] = childrenOf(element, 'title')
  const [text] = [...childrenOf(element, 'content'), ...childrenOf(element, 'summary')].filter(
    (one) => allTextOf(one).trim() !== '',
  )
  return {
    id: texts.id,
    // The one place where HTML in Atom is encoded in HTML and again in XML: a title of that type.
    title: title?.attributes.type === 'html' ? decodedOnce(title.text) : texts.title,
    link: page?.href,
    html: text && htmlOf(text),
    published: texts.published || texts.updated,
    category: childrenOf(element, 'category')[0]?.attributes.term,
  }
}

/** Text is the rule; of XHTML, whose elements are XML, only the words are kept. */
function htmlOf(element: XmlElement): string {
  return element.attributes.type === 'html' ? element.text : htmlOfText(allTextOf(element))
}

function allTextOf(element: XmlElement): string {
  return [element.text, ...element.children.map(allTextOf)].filter((text) => text.trim() !== '').join('\n\n')
}

function fieldsOf(stated: z.output<typeof item>): ItemFields {
  return {
    openingKey: null,
    company: stated.company ?? null,
    title: stated.title,
    url: stated.link,
    employmentType: stated.type ?? null,
    seniority: null,
    department: stated.category ?? null,
    html: stated.html ?? '',
    payText: null,
    skills: wordsIn(stated.skills),
    publishedAt: dateOf(stated.published),
    closesAt: endOf(stated.expires),
    ...(isOfWeWorkRemotely(stated.link) ? remoteFieldsOf(stated) : placeFieldsOf(stated)),
  }
}

function placeFieldsOf({ location, region, state, country }: z.output<typeof item>): Partial<JobFields> {
  return { locations: placeOf(location || region, { region: state, country }) }
}

/** Every job there is remote: region and country say from where, and `state` is one of the company, not of the job. */
function remoteFieldsOf({ title, region, country }: z.output<typeof item>): Partial<JobFields> {
  const [, company, rest] = /^(.+?): (.+)$/s.exec(title) ?? []
  return {
    ...(company && rest ? { company, title: rest } : {}),
    workplace: 'remote',
    eligibleFrom: [region, country].flatMap((words) => words || []),
  }
}

function isOfWeWorkRemotely(link: string): boolean {
  return URL.canParse(link) && /^(?:www\.)?weworkremotely\.com$/.test(new URL(link).host)
}
