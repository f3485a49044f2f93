import GithubSlugger from 'github-slugger'

/** `id` is the address of its heading; null for what stands before the first one. A line is a paragraph, an item or a row. */
export type Section = { id: string | null; heading: string; lines: string[] }

const FENCE = /^\s*(```|~~~)/
const HEADING = /^#{2,3}\s+(.+?)\s*#*\s*$/
const PASSAGE = /^:{3,}([a-z]+)(?:\[(.+)\])?\s*$/

/**
 * The words of a text under its headings, straight from the Markdown: reading it as its page does takes seconds for all pages, this some
 * milliseconds. Figures and amounts are `…`, since they move.
 */
export function sectionsOf(source: string): Section[] {
  const slugger = new GithubSlugger()
  const sections: Section[] = [{ id: null, heading: '', lines: [] }]
  let isCode = false
  let isNewLine = true
  for (const line of source.split('\n')) {
    if (FENCE.test(line)) {
      isCode = !isCode
      isNewLine = true
      continue
    }
    const written = isCode ? undefined : (HEADING.exec(line)?.[1] ?? PASSAGE.exec(line)?.[2])
    if (written !== undefined) {
      const heading = plainWords(written)
      sections.push({ id: slugger.slug(heading), heading, lines: [] })
      isNewLine = true
      continue
    }
    const words = isCode ? line.trim() : plainLine(line)
    const { lines } = sections.at(-1) as Section
    if (isNewLine || isCode || /^\s*([-*|]|\d+\.)\s?/.test(line)) {
      if (words !== '') lines.push(words)
    } else if (words !== '') lines.push(`${lines.pop() ?? ''} ${words}`.trim())
    isNewLine = words === ''
  }
  return sections
}

/** Rulers of tables, drawn figures, lists of jobs and the fences of passages say nothing. */
function plainLine(line: string): string {
  if (/^\s*\|?[\s:|-]+\|?\s*$/.test(line) || /^\s*::/.test(line)) return ''
  const cells = line.trim().startsWith('|') ? line.trim().replace(/^[|\s]+|[|\s]+$/g, '') : line
  return plainWords(
    cells
      .replace(/(?<!\\)\|/g, ' · ')
      .replace(/^\s*(?:[-*]|\d+\.)\s+/, '')
      .replace(/^\s*#+\s+/, ''),
  )
}

function plainWords(markdown: string): string {
  return markdown
    .replace(/:cite\[[^\]]*\]/g, '')
    .replace(/:rule\[([^\]]*)\]/g, '$1')
    .replace(/:(?:figure|public)\[[^\]]*\](?:\{[^}]*\})?/g, '…')
    .replace(/\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(?<!\\)(\*\*|\*|`|~~)/g, '')
    .replace(/(?<![\p{L}\p{N}\\])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+.!|~-])/g, '$1')
    .replace(/\s+([.,;:!?)])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
