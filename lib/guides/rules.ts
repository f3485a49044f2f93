import type { Element, Root, RootContent } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeSlug from 'rehype-slug'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { allowed, listElements, markLinks, textOf, wrapTables } from './tree'

export type TocEntry = { id: string; text: string; depth: number }
export type Faq = { question: string; answerHtml: string }
export type GuideText = { html: string; toc: TocEntry[]; readingMinutes: number; faq: Faq[]; links: string[] }

/** The section whose h3 headings are questions and whose text between them is the answers. */
export const FAQ_ID = 'questions'

/** A calm pace for prose that is read to be understood. */
const WORDS_PER_MINUTE = 220

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, allowed)
  .use(rehypeSlug)
  .freeze()
const written = unified().use(rehypeStringify).freeze()

/** The text of a guide as the page shows it. `html` holds allowed elements only; `links` are the hrefs that stay on the board. */
export function renderGuide(source: string): GuideText {
  const tree = markdown.runSync(markdown.parse(source)) as Root
  const links = markLinks(tree)
  wrapTables(tree)
  return {
    html: written.stringify(tree),
    toc: listElements(tree).filter(isSectionHeading).map(tocEntry),
    readingMinutes: readingMinutes(textOf(tree)),
    faq: faqOf(tree.children),
    links,
  }
}

/** Words divided by 220, rounded up; numbers count as words, signs do not. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.ceil(countWords(text) / WORDS_PER_MINUTE))
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

function isSectionHeading(element: Element): boolean {
  return element.tagName === 'h2' || element.tagName === 'h3'
}

function tocEntry(heading: Element): TocEntry {
  return { id: idOf(heading), text: textOf(heading), depth: heading.tagName === 'h2' ? 2 : 3 }
}

function idOf(heading: Element): string {
  return String(heading.properties.id ?? '')
}

function faqOf(nodes: RootContent[]): Faq[] {
  const found: { question: string; answer: RootContent[] }[] = []
  let isInside = false
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'h2') isInside = idOf(node) === FAQ_ID
    else if (!isInside) continue
    else if (node.type === 'element' && node.tagName === 'h3')
      found.push({ question: textOf(node), answer: [] })
    else found.at(-1)?.answer.push(node)
  }
  return found.map(({ question, answer }) => ({
    question,
    answerHtml: written.stringify({ type: 'root', children: answer }).trim(),
  }))
}
