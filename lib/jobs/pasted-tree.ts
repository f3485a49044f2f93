import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import { gatherWordLists, isWordMarker } from './pasted-word'
import { outsideHref } from './text-allowed'

const dropped = new Set([
  ...[
    'script',
    'style',
    'template',
    'head',
    'title',
    'meta',
    'link',
    'base',
    'noscript',
    'xmp',
    'svg',
    'math',
    'img',
  ],
  ...[
    'picture',
    'video',
    'audio',
    'canvas',
    'iframe',
    'object',
    'embed',
    'input',
    'select',
    'textarea',
    'o:p',
    'xml',
  ],
])
const emphasis = new Set(['strong', 'b', 'em', 'i'])

/** Removes what no job's text needs and repairs the lists and tables that word processors write. */
export function tidyPasted(tree: Root): Root {
  removeJunk(tree, false)
  gatherWordLists(tree)
  repair(tree)
  return tree
}

function removeJunk(parent: Root | Element, inHeading: boolean): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === 'text') return [{ type: 'text', value: plainSpaces(child.value) }]
    if (child.type !== 'element' || dropped.has(child.tagName) || isHidden(child)) return []
    const isHeading = inHeading || /^h[1-6]$/.test(child.tagName)
    removeJunk(child, isHeading)
    return meant(child, isHeading).flatMap(spacesOutside)
  }) as ElementContent[]
}

/** What an element means, styles taken into account: Google Docs writes bold as a span and wraps everything in a plain `b`. */
function meant(element: Element, inHeading: boolean): ElementContent[] {
  const { tagName, children } = element
  const style = styleOf(element)
  const weight = /font-weight:\s*(\w+)/.exec(style)?.[1]
  if (tagName === 'a') return outsideHref(element.properties.href) ? [element] : children
  if (tagName === 'p' && /\bMsoTitle\b/.test(classOf(element))) return [{ ...element, tagName: 'h1' }]
  if (emphasis.has(tagName) && (inHeading || weight === 'normal' || weight === '400')) return children
  if (tagName !== 'span' || inHeading || isWordMarker(element) || isBlank(element)) return [element]
  const inner = /font-style:\s*italic/.test(style) ? [wrap('em', children)] : children
  return weight === 'bold' || Number(weight) >= 600 ? [wrap('strong', inner)] : inner
}

/** `<b>small </b>and` as `<b>small</b> and`: Markdown has no emphasis that ends in a space. */
function spacesOutside(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || !emphasis.has(node.tagName)) return [node]
  if (isBlank(node)) return node.children
  const before: ElementContent[] = []
  const after: ElementContent[] = []
  const first = node.children.at(0)
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    first.value = first.value.trimStart()
    before.push({ type: 'text', value: ' ' })
  }
  const last = node.children.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    last.value = last.value.trimEnd()
    after.push({ type: 'text', value: ' ' })
  }
  return [...before, node, ...after]
}

function repair(parent: Nodes): void {
  if (!('children' in parent)) return
  for (const child of parent.children) repair(child)
  if (parent.type !== 'element') return
  if (parent.tagName === 'ul' || parent.tagName === 'ol') parent.children = nested(parent.children)
  if (parent.tagName === 'li') parent.children = tight(parent.children)
  if (parent.tagName === 'table') headFirstRow(parent)
}

/** A list inside a list belongs into the item before it. */
function nested(children: ElementContent[]): ElementContent[] {
  const items: ElementContent[] = []
  for (const child of children) {
    const last = items.findLast((item) => item.type === 'element')
    const isList = child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol')
    if (isList && last?.type === 'element' && last.tagName === 'li') last.children.push(child)
    else items.push(child)
  }
  return items
}

/** An item's only paragraph is the item itself. */
function tight(children: ElementContent[]): ElementContent[] {
  const paragraphs = children.filter((child) => child.type === 'element' && child.tagName === 'p')
  if (paragraphs.length !== 1) return children
  return children.flatMap((child) =>
    child === paragraphs[0] && child.type === 'element' ? child.children : [child],
  )
}

/** Word marks no header cells; a Markdown table needs a header. */
function headFirstRow(table: Element): void {
  const rows = listElements(table, 'tr')
  if (listElements(table, 'th').length > 0) return
  for (const cell of rows[0] ? listElements(rows[0], 'td') : []) cell.tagName = 'th'
}

function listElements(parent: Element, tagName: string): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tagName ? [child] : listElements(child, tagName)
  })
}

function isHidden(element: Element): boolean {
  return /display:\s*none|mso-hide:\s*all/.test(styleOf(element)) || element.properties.hidden === true
}

function isBlank(element: Element): boolean {
  return element.children.every((child) => child.type === 'text' && child.value.trim() === '')
}

function styleOf(element: Element): string {
  return typeof element.properties.style === 'string' ? element.properties.style.toLowerCase() : ''
}

function classOf(element: Element): string {
  return Array.isArray(element.properties.className) ? element.properties.className.join(' ') : ''
}

function wrap(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function plainSpaces(value: string): string {
  return value.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u200b\u200c\u2060\ufeff\u00ad]/g, '')
}
