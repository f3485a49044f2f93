import type { Element, Nodes, Root } from 'hast'
import rehypeSanitize, { type Options } from 'rehype-sanitize'

/** What the text of a job may hold. Any other element is replaced by what it contains, or dropped whole (`strip`). */
const allowed: Options = {
  tagNames: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'a', 'br', 'hr'],
    ...['blockquote', 'code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {
    li: ['ul', 'ol'],
    thead: ['table'],
    tbody: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
  },
  required: {},
  clobber: [],
  strip: [
    ...[
      'script',
      'style',
      'template',
      'iframe',
      'object',
      'embed',
      'svg',
      'math',
      'xmp',
      'noscript',
      'noembed',
    ],
    ...[
      'noframes',
      'plaintext',
      'textarea',
      'title',
      'select',
      'frameset',
      'audio',
      'video',
      'canvas',
      'head',
    ],
  ],
}

const removeForbidden = rehypeSanitize(allowed)

/** Keeps the allow-list, unwraps links that lead nowhere outside, marks the others, puts headings below the page's h1. */
export function cleanTree(tree: Root): Root {
  const clean = removeForbidden(tree)
  unwrapLinks(clean)
  lowerHeadings(clean)
  return clean
}

/** Links of a job's text lead away from the board: absolute, without credentials, and not vouched for by the board. */
export function outsideHref(href: unknown): string | null {
  if (typeof href !== 'string' || !/^(https?:\/\/|mailto:)/i.test(href) || !URL.canParse(href)) return null
  const url = new URL(href)
  if (url.username !== '' || url.password !== '') return null
  return url.href
}

function unwrapLinks(parent: Nodes): void {
  if (!('children' in parent)) return
  parent.children = parent.children.flatMap((child) => {
    unwrapLinks(child)
    if (child.type !== 'element' || child.tagName !== 'a') return [child]
    const href = outsideHref(child.properties.href)
    if (!href) return child.children
    child.properties = { href, rel: ['nofollow', 'ugc', 'noopener'] }
    return [child]
  })
}

/** The levels in use, in order, become h2, h3, …: none is skipped, whatever the author began with. */
function lowerHeadings(tree: Root): void {
  const headings = listElements(tree).filter((element) => /^h[1-6]$/.test(element.tagName))
  const levels = [...new Set(headings.map((heading) => heading.tagName))].sort()
  for (const heading of headings) heading.tagName = `h${Math.min(levels.indexOf(heading.tagName) + 2, 6)}`
}

function listElements(node: Nodes): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...listElements(child)] : listElements(child),
  )
}
