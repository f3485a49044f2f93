import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'

type Item = { level: number; isOrdered: boolean; content: ElementContent[] }

/** Word pastes a list as paragraphs with `mso-list: l0 level2 lfo1` and the bullet as text: makes lists of them. */
export function gatherWordLists(parent: Root | Element): void {
  const made: RootContent[] = []
  let run: Item[] = []
  const endRun = () => {
    if (run.length > 0) made.push(...listsOf(run, 1))
    run = []
  }
  for (const child of parent.children) {
    const item = child.type === 'element' ? itemOf(child) : null
    if (item) run.push(item)
    else if (child.type === 'text' && child.value.trim() === '' && run.length > 0) continue
    else {
      endRun()
      if (child.type === 'element') gatherWordLists(child)
      made.push(child)
    }
  }
  endRun()
  parent.children = made as ElementContent[]
}

/** The bullet or number that Word drew beside an item. */
export function isWordMarker(element: Element): boolean {
  return /mso-list:\s*ignore/i.test(String(element.properties.style ?? ''))
}

function itemOf(element: Element): Item | null {
  const style = String(element.properties.style ?? '')
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1]
  if (!level || element.tagName !== 'p') return null
  const marker = takeMarker(element)
  return {
    level: Number(level),
    isOrdered: /^\(?(\d+|[a-z]{1,4})[.)]/i.test(marker),
    content: trimmed(element.children),
  }
}

/** Removes the marker, wherever it is nested, and returns its text. */
function takeMarker(parent: Element): string {
  let marker = ''
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return true
    if (isWordMarker(child)) {
      marker += textOf(child).trim()
      return false
    }
    marker += takeMarker(child)
    return true
  })
  return marker
}

function listsOf(items: Item[], level: number): Element[] {
  const lists: Element[] = []
  let at = 0
  while (at < items.length) {
    const item = items[at] as Item
    const next = items.findIndex((other, index) => index > at && other.level <= Math.max(item.level, level))
    const inner = items.slice(at + 1, next === -1 ? items.length : next)
    const tagName = item.isOrdered ? 'ol' : 'ul'
    const last = lists.at(-1)
    const list =
      last?.tagName === tagName ? last : { type: 'element' as const, tagName, properties: {}, children: [] }
    if (list !== last) lists.push(list)
    const children = [...item.content, ...listsOf(inner, level + 1)]
    list.children.push({ type: 'element', tagName: 'li', properties: {}, children })
    at += inner.length + 1
  }
  return lists
}

function trimmed(children: ElementContent[]): ElementContent[] {
  const [first, ...rest] = children
  if (first?.type !== 'text') return children
  return [{ type: 'text', value: first.value.trimStart() }, ...rest]
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
