import type { Nodes } from 'hast'
import { createElement, Fragment, type ReactNode } from 'react'
import { textTree } from '@/lib/jobs/text'

/** The text of a job. The tree holds allowed elements only, and React escapes the rest: no HTML string is involved. */
export function JobBody({ text }: { text: string }) {
  return <div className="job-text">{textTree(text).children.map((child, at) => draw(child, at))}</div>
}

function draw(node: Nodes, key: number): ReactNode {
  if (node.type === 'text') return <Fragment key={key}>{node.value}</Fragment>
  if (node.type !== 'element') return null
  const { href, rel, start } = node.properties
  const props = {
    key,
    ...(typeof href === 'string' ? { href } : {}),
    ...(Array.isArray(rel) ? { rel: rel.join(' ') } : {}),
    ...(typeof start === 'number' ? { start } : {}),
  }
  const children = node.children
    .filter((child) => isWanted(node.tagName, child))
    .map((child, at) => draw(child, at))
  return children.length > 0
    ? createElement(node.tagName, props, children)
    : createElement(node.tagName, props)
}

/** Spaces between rows and cells are not allowed in a table, and React says so. */
function isWanted(tagName: string, child: Nodes): boolean {
  return !/^(table|thead|tbody|tr)$/.test(tagName) || child.type === 'element'
}
