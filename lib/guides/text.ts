import type { Element, Root } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { parseText } from './directives'
import type { Part, TextContext } from './parts'
import { allowed, listElements, markLinks, textOf, withoutPositions, wrapTables } from './tree'

export type TocEntry = { id: string; text: string; depth: number }
export type PageText = {
  /** Allowed elements only; `part` elements name a place in `parts`. */
  tree: Root
  parts: Part[]
  /** Sources in the order of their first use: their numbers on the page. */
  cited: string[]
  toc: TocEntry[]
  /** The hrefs that stay on the board. */
  links: string[]
  /** Parts that cannot be read, and are printed as they were written. */
  faults: string[]
}

/** A calm pace for prose that is read to be understood. */
const WORDS_PER_MINUTE = 220

const toHast = unified().use(remarkRehype).use(rehypeSanitize, allowed).use(rehypeSlug).freeze()

/** A text as its page shows it. */
export function readText(source: string, context: TextContext): PageText {
  const { tree: parsed, parts, cited, faults } = parseText(source, context)
  const tree = toHast.runSync(parsed) as Root
  const links = markLinks(tree)
  wrapTables(tree)
  withoutPositions(tree)
  return {
    tree,
    parts,
    cited,
    toc: listElements(tree).filter(isSectionHeading).map(tocEntry),
    links,
    faults,
  }
}

/** The part that stands where an element says, if it says so. */
export function partOf(
  { parts }: Pick<PageText, 'parts'>,
  { tagName, properties }: Element,
): Part | undefined {
  return tagName === 'part' ? parts[Number(properties.at)] : undefined
}

/** Words of the Markdown divided by 220, rounded up; numbers count as words, signs and addresses do not. */
export function readingMinutes(source: string): number {
  const read = source.replace(/\]\{[^}\n]*\}|\]\([^)\s]*\)/g, ']')
  return Math.max(1, Math.ceil(countWords(read) / WORDS_PER_MINUTE))
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

function isSectionHeading(element: Element): boolean {
  return element.tagName === 'h2' || element.tagName === 'h3'
}

function tocEntry(heading: Element): TocEntry {
  return {
    id: String(heading.properties.id ?? ''),
    text: textOf(heading),
    depth: heading.tagName === 'h2' ? 2 : 3,
  }
}
