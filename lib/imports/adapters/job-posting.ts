import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { type Adapter, parseJson, readItems, Unreadable } from '../adapter'
import type { ItemFields } from '../shape'
import { feedAddress } from './board-address'
import { fieldsOfPosting, identifierOf, type JobPosting, posting } from './schema-job-posting'

// https://developers.google.com/search/docs/appearance/structured-data/job-posting

export const jobPosting: Adapter = {
  name: 'job-posting',
  label: 'A page with JobPosting markup',
  example: 'https://example.org/careers/welder',
  boardOf: feedAddress,
  firstAsk: (board) => ({ url: board, accept: 'html' }),
  homeOf: (board) => board,
  read(text, { board, ask }) {
    const found = (/^\s*[[{]/.test(text) ? [parseJson(text)] : scriptsOf(text)).flatMap((value) =>
      postingsIn(value),
    )
    // A page that lost its markup looks the same as one without jobs: neither may close any.
    if (found.length === 0) throw new Unreadable('holds no JobPosting')
    const page = ask?.url ?? board
    return {
      jobs: readItems(found, {
        item: posting,
        idOf: (item) => identifierOf(item) ?? absolute(item.url, page),
        toJob: (item) => fieldsOf(item, page),
      }),
      next: [],
      total: null,
    }
  },
}

function fieldsOf(item: JobPosting, page: string): ItemFields {
  return { ...fieldsOfPosting(item), title: item.title ?? '', url: absolute(item.url, page) }
}

function absolute(url: unknown, page: string): string {
  if (typeof url !== 'string' || !url.trim()) return page
  return URL.canParse(url, page) ? new URL(url, page).href : url
}

const parser = unified().use(rehypeParse).freeze()

/** The values of the page's JSON-LD; one that is no JSON says nothing. */
function scriptsOf(html: string): unknown[] {
  return textsOfScripts(treeOf(html)).flatMap((text) => {
    try {
      // Line ends inside a string are no JSON, but pages have them.
      return [JSON.parse(text.replace(/\p{Cc}+/gu, ' '))]
    } catch {
      return []
    }
  })
}

function treeOf(html: string): Nodes {
  try {
    return parser.parse(html)
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('is nested too deeply')
    throw error
  }
}

function textsOfScripts(tree: Nodes): string[] {
  const texts: string[] = []
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'element' && node.tagName === 'script' && isJsonLd(node.properties.type))
      texts.push(node.children.map((child) => (child.type === 'text' ? child.value : '')).join(''))
    else if ('children' in node) open.push(...[...node.children].reverse())
  }
  return texts
}

function isJsonLd(type: unknown): boolean {
  return typeof type === 'string' && /^\s*application\/ld\+json\s*(?:;|$)/i.test(type)
}

const MAX_DEPTH = 10
const containers = ['@graph', 'itemListElement', 'item', 'mainEntity']

/** In lists, graphs and lists of items, in the order of the page. */
function postingsIn(value: unknown, depth = 0): object[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((one) => postingsIn(one, depth + 1))
  const node = value as Record<string, unknown>
  if (
    [node['@type']]
      .flat()
      .some((type) => /^(?:(?:https?:\/\/)?schema(?:\.org\/|:))?JobPosting$/.test(String(type)))
  )
    return [node]
  return containers.flatMap((name) => postingsIn(node[name], depth + 1))
}
