import type { Element, ElementContent, Nodes, Root } from 'hast'
import type { Options } from 'rehype-sanitize'

/** What a guide may hold. An id is never taken from the text: headings get theirs after cleaning, so none can clobber. */
export const allowed: Options = {
  tagNames: [
    ...[
      'h2',
      'h3',
      'h4',
      'p',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      'del',
      'a',
      'br',
      'hr',
      'blockquote',
      'code',
      'pre',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    // Where a figure, a list of jobs or a passage stands. HTML of the text never gets this far.
    'part',
  ],
  attributes: {
    part: ['at'],
    a: ['href'],
    ol: ['start'],
    th: [['align', 'right']],
    td: [['align', 'right']],
  },
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
  strip: ['script', 'style'],
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

export function listElements(node: Nodes): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...listElements(child)] : []))
}

/** Marks links that leave the board and unwraps those that a browser could read in two ways. Returns the internal ones. */
export function markLinks(tree: Root): string[] {
  const inside: string[] = []
  for (const parent of [tree, ...listElements(tree)]) {
    const children = parent.children as ElementContent[]
    parent.children = children.flatMap((child) => {
      const href =
        child.type === 'element' && child.tagName === 'a' ? String(child.properties.href ?? '') : null
      if (child.type !== 'element' || href === null) return [child]
      const kind = kindOf(href)
      if (kind === 'inside') inside.push(href)
      if (kind === 'outside') child.properties.rel = ['noopener']
      return kind === 'unclear' ? child.children : [child]
    })
  }
  return inside
}

const BOARD = 'https://board.invalid'

function kindOf(href: string): 'inside' | 'outside' | 'unclear' {
  if (/^(https?:\/\/|mailto:)/i.test(href)) return URL.canParse(href) ? 'outside' : 'unclear'
  const isInside = /^[/#]/.test(href) && URL.canParse(href, BOARD) && new URL(href, BOARD).origin === BOARD
  return isInside ? 'inside' : 'unclear'
}

/** Positions of every letter would be kept as long as the text. */
export function withoutPositions(node: Nodes): void {
  delete node.position
  if ('children' in node) for (const child of node.children) withoutPositions(child)
}

/** A table wider than a phone scrolls in its own region, which the keyboard reaches; its name is the heading above it. */
export function wrapTables(tree: Root): void {
  const uses = new Map<string, number>()
  let heading = 'Table'
  function wrapIn(parent: Root | Element): void {
    for (const [at, child] of parent.children.entries()) {
      if (child.type !== 'element') continue
      if (/^h[2-4]$/.test(child.tagName)) heading = textOf(child)
      if (child.tagName !== 'table') {
        wrapIn(child)
        continue
      }
      const use = (uses.get(heading) ?? 0) + 1
      uses.set(heading, use)
      nameCells(child)
      parent.children[at] = scrollRegion(child, use === 1 ? `Table: ${heading}` : `Table ${use}: ${heading}`)
    }
  }
  wrapIn(tree)
}

function scrollRegion(table: Element, label: string): ElementContent {
  const properties = { className: ['table-scroll'], tabIndex: 0, role: 'region', ariaLabel: label }
  return { type: 'element', tagName: 'div', properties, children: [table] }
}

/** The first cell of a row is its heading: a screen reader says it with every other cell. */
function nameCells(table: Element): void {
  for (const row of listElements(table).filter((element) => element.tagName === 'tr')) {
    const cells = row.children.filter((child) => child.type === 'element')
    for (const cell of cells) if (cell.tagName === 'th') cell.properties.scope = 'col'
    const first = cells[0]
    if (first?.tagName === 'td') {
      first.tagName = 'th'
      first.properties.scope = 'row'
    }
  }
}
