import type { Element, Nodes } from 'hast'
import { createElement, Fragment, type ReactNode } from 'react'
import type { PageText } from '@/lib/guides/text'
import { partOf } from '@/lib/guides/text'
import { type Cited, type PageFacts, PartInText } from './part-in-text'

type Props = { text: PageText; cited: readonly Cited[]; page: PageFacts }

/** The text of a guide: allowed elements from `readText`, and its figures, jobs and passages as components in their places. */
export function GuideText({ text, cited, page }: Props) {
  const draw = (node: Nodes, at: number): ReactNode => {
    if (node.type === 'text') return <Fragment key={at}>{node.value}</Fragment>
    if (node.type !== 'element') return null
    const part = partOf(text, node)
    if (!part) {
      const inside = childrenOf(node).map(draw)
      return createElement(node.tagName, { key: at, ...propsOf(node) }, ...linkedToItself(node, inside))
    }
    return (
      <PartInText key={at} part={part} cited={cited} page={page}>
        {node.children.map(draw)}
      </PartInText>
    )
  }
  return <div className="prose-guide">{text.tree.children.map(draw)}</div>
}

/** A heading is a link to itself, so that its address can be copied. */
function linkedToItself(
  { tagName, properties: { id }, children }: Element,
  inside: ReactNode[],
): ReactNode[] {
  const isLinked = children.some((child) => child.type === 'element' && child.tagName === 'a')
  if (typeof id !== 'string' || isLinked || !/^h[23]$/.test(tagName)) return inside
  return [createElement('a', { key: 'here', href: `#${id}`, className: 'link-here' }, ...inside)]
}

/** As React spells them; whatever else a tree may say is not drawn. */
function propsOf({ tagName, properties }: Element) {
  const { id, href, rel, className, scope, role, ariaLabel, tabIndex, start, align } = properties
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof href === 'string' ? { href } : {}),
    ...(Array.isArray(rel) ? { rel: rel.join(' ') } : {}),
    ...(Array.isArray(className) ? { className: className.join(' ') } : {}),
    ...(typeof scope === 'string' ? { scope } : {}),
    ...(typeof role === 'string' ? { role } : {}),
    ...(typeof ariaLabel === 'string' ? { 'aria-label': ariaLabel } : {}),
    ...(typeof tabIndex === 'number' ? { tabIndex } : {}),
    ...(typeof start === 'number' ? { start } : {}),
    ...(align === 'right' ? { className: 'at-right' } : {}),
    // What scrolls sideways is reached by the keyboard.
    ...(tagName === 'pre' ? { tabIndex: 0 } : {}),
  }
}

const tableParts = /^(table|thead|tbody|tr)$/

/** Spaces between rows and cells are not allowed in a table, and React says so. */
function childrenOf({ tagName, children }: Element): Element['children'] {
  return tableParts.test(tagName) ? children.filter((child) => child.type === 'element') : children
}
