import type { ElementContent, Root } from 'hast'
import type { FootnoteReference, Html, Nodes } from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype, { type Options } from 'remark-rehype'
import { unified } from 'unified'
import { cleanTree } from './text-allowed'

/** Characters of Markdown; the database allows some more. */
export const MAX_TEXT = 50_000

const handlers: Options['handlers'] = {
  // Tags typed into Markdown stay visible as they were typed: nothing that an employer wrote disappears in silence.
  html: (_state, node: Html, parent?: Nodes) => (isFlow(parent) ? paragraph(node.value) : text(node.value)),
  footnoteReference: (_state, node: FootnoteReference) => text(`[^${node.label ?? node.identifier}]`),
  footnoteDefinition: (state, node) => state.all(node),
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { handlers }).freeze()
const html = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).freeze()

/** Texts drawn last, up to so many characters: a text of 6 kB takes 8 ms to read, and its page has it in view and in markup. */
const MAX_KEPT = 1_000_000
const kept = new Map<string, Root>()
let keptCharacters = 0

/** The text of a job as a tree of allowed elements: what the page and the preview draw. It is shared: read it, never change it. */
export function textTree(source: string): Root {
  const known = kept.get(source)
  const tree = known ?? readTree(source)
  if (known) kept.delete(source)
  else keptCharacters += source.length
  kept.set(source, tree)
  for (const oldest of kept.keys()) {
    if (keptCharacters <= MAX_KEPT || oldest === source) break
    kept.delete(oldest)
    keptCharacters -= oldest.length
  }
  return tree
}

function readTree(source: string): Root {
  if (isTangled(source)) return { type: 'root', children: source.split(/\n{2,}/).map(paragraph) }
  return cleanTree(markdown.runSync(markdown.parse(source)) as Root)
}

/** The text of a job as HTML, for feeds, mail and markup. */
export function textHtml(source: string): string {
  return html.stringify(textTree(source))
}

/** Marks at the start of one line, and marks in one paragraph: beyond these a parser takes seconds or all of its stack. */
const MAX_NESTED = 20
const MAX_MARKS = 1500
const RULE = /^[ \t]*([-*])(?:[ \t]*\1){2,}[ \t]*$/gm

/** Whether the text is nested or marked up beyond reason; it is then shown as plain paragraphs. */
export function isTangled(source: string): boolean {
  const starts =
    source.replace(RULE, '').match(/^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm) ?? []
  if (starts.some((start) => (start.match(/[>\-*+.)]/g) ?? []).length > MAX_NESTED)) return true
  return source.split(/\n[ \t]*\n/).some((block) => (block.match(/[*_~[\]]/g) ?? []).length > MAX_MARKS)
}

/** Rounds until parsing the result again changes nothing. Text that still moves after that is hostile. */
const MAX_ROUNDS = 8

/** HTML of unknown origin, reduced to the allow-list. `sanitiseHtml(sanitiseHtml(x)) === sanitiseHtml(x)`. */
export function sanitiseHtml(source: string): string {
  let before = source
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const after = html.stringify(cleanTree(html.parse(before)))
    if (after === before) return after
    before = after
  }
  return ''
}

function isFlow(parent: Nodes | undefined): boolean {
  return (
    parent !== undefined && ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
  )
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

function paragraph(value: string): ElementContent {
  return { type: 'element', tagName: 'p', properties: {}, children: [text(value)] }
}
