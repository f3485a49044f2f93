import { markdownOf } from '@/lib/jobs/pasted-html'
import { isTangled, MAX_TEXT } from '@/lib/jobs/text'

/** HTML of a source as the Markdown that every job's text is kept in: what the allow-list does not know is gone. */
export function textOf(html: string): string {
  if (html.trim() === '') return ''
  const text = markdownOf(html)
  const short = text.length <= MAX_TEXT ? text : cutAtParagraph(text)
  return isTangled(short) ? plainParagraphs(short) : short
}

function cutAtParagraph(text: string): string {
  const head = text.slice(0, MAX_TEXT - 2)
  const end = head.lastIndexOf('\n\n')
  return `${head.slice(0, end > MAX_TEXT / 2 ? end : undefined).trimEnd()}\n\n…`.slice(0, MAX_TEXT)
}

/** A text with marks beyond reason keeps its words. */
function plainParagraphs(text: string): string {
  return text.replace(/[*_~[\]>]+/g, ' ').replace(/[ \t]{2,}/g, ' ')
}
