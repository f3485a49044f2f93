import type { Nodes } from 'mdast'
import type { ParsedText } from '../directives'
import type { AnyPage } from '../pages'

/** Ids of the page around the text. A heading of that name would take over its links and its looks. */
const taken =
  /^(main|filters|open-jobs|open-jobs-title|guide-toc-title|related|used-by|sources|source-.*|live-.*)$/

/** What the page would leave out in silence, and headings that cannot be linked to. */
export function faultsOfMarkdown(page: AnyPage, { tree }: ParsedText): string[] {
  return [...faultsOfHeadings(page), ...faultsOfNode(tree)]
}

function faultsOfHeadings({ text: { toc } }: AnyPage): string[] {
  const repeated = toc.filter(({ text }, at) => toc.findIndex((other) => other.text === text) !== at)
  const first = toc.find(({ depth }) => depth === 2)
  return [
    ...repeated.map(({ text }) => `the heading "${text}" stands there twice`),
    ...toc
      .filter(({ id }) => taken.test(id))
      .map(({ text, id }) => `the heading "${text}" takes the id "${id}" of the page`),
    ...toc
      .filter(({ id }) => id === '')
      .map(({ text }) => `the heading "${text}" holds no letter that an address can hold`),
    ...(first && first === toc[0] ? [] : ['the first heading must be of level 2 (##)']),
  ]
}

function faultsOfNode(node: Nodes): string[] {
  const inside = 'children' in node ? node.children.flatMap(faultsOfNode) : []
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
