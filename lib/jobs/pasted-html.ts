import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { tidyPasted } from './pasted-tree'

const converter = unified()
  .use(rehypeParse, { fragment: true })
  .use(() => tidyPasted)
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
  })
  .freeze()

/**
 * HTML from the clipboard of a word processor or a web page as Markdown: headings, lists, links, emphasis and tables
 * stay; styles, pictures and scripts go. Runs in the browser and in Node.
 */
export function markdownOf(pasted: string): string {
  return String(converter.processSync(pasted))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
