import type {
  BlockContent,
  DefinitionContent,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Directive, type Part, readPart, type TextContext } from './parts'

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

export type ParsedText = {
  /** A part stands as an element `part` whose `at` is its place in `parts`. */
  tree: Root
  parts: Part[]
  /** Sources in the order of their first use. */
  cited: string[]
  /** What was meant as a part and cannot be read. It is printed as it was written. */
  faults: string[]
}

type Reading = ParsedText & { source: string; context: TextContext }

/** Markdown with its parts read. A colon that is only a colon stays one. */
export function parseText(source: string, context: TextContext): ParsedText {
  const reading: Reading = { tree: markdown.parse(source), parts: [], cited: [], faults: [], source, context }
  replaceIn(reading.tree, reading)
  const { tree, parts, cited, faults } = reading
  return { tree, parts, cited, faults }
}

function replaceIn(parent: Nodes, reading: Reading): void {
  if (!('children' in parent)) return
  parent.children = parent.children.flatMap((child) => replaced(child, reading)) as typeof parent.children
}

function replaced(node: RootContent, reading: Reading): RootContent[] {
  const now = isDirective(node) ? placed(node, reading) : [node]
  for (const one of now) replaceIn(one, reading)
  return now
}

/** One that has not been read yet. */
function isDirective(node: Nodes): node is Directive {
  return /^(text|leaf|container)Directive$/.test(node.type) && !node.data?.hName
}

function placed(node: Directive, reading: Reading): RootContent[] {
  const read = readPart(node, reading.context, reading.cited)
  if (!read.ok) {
    if (read.fault !== null) reading.faults.push(read.fault)
    return asWritten(node, reading)
  }
  const at = reading.parts.push(read.part) - 1
  node.data = { ...node.data, hName: 'part', hProperties: { at } }
  if (node.type === 'containerDirective') node.children = withHeading(node, read.label)
  else node.children = read.part.kind === 'rule' ? read.label : []
  return [node]
}

/** The label of a passage is a heading with an address. */
function withHeading(
  node: ContainerDirective,
  label: PhrasingContent[],
): (BlockContent | DefinitionContent)[] {
  const below = label.length > 0 ? node.children.slice(1) : node.children
  return label.length > 0 ? [{ type: 'heading', depth: 3, children: label }, ...below] : below
}

function asWritten(node: Directive, reading: Reading): RootContent[] {
  const { start, end } = node.position ?? {}
  const written = reading.source.slice(start?.offset ?? 0, end?.offset ?? 0)
  if (node.type === 'textDirective') return [{ type: 'text', value: written }]
  if (node.type === 'leafDirective') return [paragraph(written)]
  const below = node.children.filter((child) => !(child.type === 'paragraph' && child.data?.directiveLabel))
  return [
    paragraph(written.split('\n', 1)[0] ?? ''),
    ...below.flatMap((child) => replaced(child, reading)),
    paragraph(/^:+/.exec(written)?.[0] ?? ''),
  ]
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] }
}
