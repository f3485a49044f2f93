import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Guide, guidesFolder, loadGuides } from './queries'

/** Pages that a guide may name besides other guides. */
const pages = new Set(['/', '/jobs', '/companies', '/guides'])

/** Ids of the page around the text. A heading of that name would take over its links and its looks. */
const taken = new Set(['main', 'filters', 'open-jobs', 'open-jobs-title'])

const markdown = unified().use(remarkParse).use(remarkGfm).freeze()

/** Every fault of every guide, each as one line for a person; empty when all is well. Throws on front matter that cannot be read. */
export async function checkGuides(roleSlugs: Iterable<string>, folder = guidesFolder): Promise<string[]> {
  const roles = new Set(roleSlugs)
  const guides = await loadGuides(folder)
  const byHref = new Map(guides.map((guide) => [guide.href, guide]))
  return guides.flatMap((guide) =>
    [
      ...faultsOfRoles(guide, roles),
      ...faultsOfHeadings(guide),
      ...faultsOfMarkdown(markdown.parse(guide.source)),
      ...guide.links.flatMap((link) => faultOfLink(link, { guide, byHref, roles })),
    ].map((fault) => `content${guide.href}/index.md: ${fault}`),
  )
}

function faultsOfRoles(guide: Guide, roles: ReadonlySet<string>): string[] {
  const named = [guide.role, ...guide.related].filter((role) => !roles.has(role))
  return named.map((role) => `"${role}" is not in content/taxonomy/roles.json`)
}

function faultsOfHeadings({ toc }: Guide): string[] {
  const repeated = toc.filter(({ text }, at) => toc.findIndex((other) => other.text === text) !== at)
  return [
    ...repeated.map(({ text }) => `the heading "${text}" stands there twice`),
    ...toc
      .filter(({ id }) => taken.has(id))
      .map(({ text, id }) => `the heading "${text}" takes the id "${id}" of the page`),
    ...toc
      .filter(({ id }) => id === '')
      .map(({ text }) => `the heading "${text}" holds no letter that an address can hold`),
    ...(toc[0]?.depth === 2 ? [] : ['the first heading must be of level 2 (##)']),
  ]
}

/** What the page would leave out in silence. */
function faultsOfMarkdown(node: Nodes): string[] {
  const inside = 'children' in node ? node.children.flatMap(faultsOfMarkdown) : []
  if (node.type === 'heading' && node.depth === 1)
    return ['the title stands in the front matter; use ## for sections', ...inside]
  if (node.type === 'image' || node.type === 'imageReference') return ['pictures are not shown', ...inside]
  if (node.type === 'footnoteReference') return ['footnotes are not shown', ...inside]
  if (node.type === 'html' && !/^<!--[\s\S]*-->$/.test(node.value.trim()))
    return [`HTML is not shown: ${node.value.slice(0, 40)}`]
  if (node.type === 'link' && !/^(https?:\/\/|mailto:|[/#])/.test(node.url)) {
    return [`the link "${node.url}" must begin with https://, / or #`, ...inside]
  }
  return inside
}

type Known = { guide: Guide; byHref: ReadonlyMap<string, Guide>; roles: ReadonlySet<string> }

function faultOfLink(link: string, { guide, byHref, roles }: Known): string[] {
  const url = new URL(link, `https://board.invalid${guide.href}`)
  const target = byHref.get(url.pathname)
  if (!target && !pages.has(url.pathname)) return [`the link "${link}" leads to no page`]
  const id = decodeURIComponent(url.hash.slice(1))
  if (id && !target?.toc.some((entry) => entry.id === id)) return [`the link "${link}" leads to no heading`]
  const unknown = url.searchParams
    .getAll('role')
    .flatMap((value) => value.split(','))
    .filter((role) => !roles.has(role))
  return unknown.map((role) => `the link "${link}" names the unknown role "${role}"`)
}
