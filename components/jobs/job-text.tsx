import type { Element, Nodes, Root } from 'hast'
import { createElement, Fragment, type ReactNode } from 'react'

const code = 'rounded-[3px] bg-paper-2 px-1 font-mono text-14'
const looks: Record<string, string> = {
  h2: 'pt-3 text-18 font-semibold',
  h3: 'pt-2 text-16 font-semibold',
  h4: 'pt-1 text-15 font-semibold',
  ul: 'grid list-disc gap-1 pl-5',
  ol: 'grid list-decimal gap-1 pl-6',
  blockquote: 'grid gap-3 border-l-4 border-line pl-4 text-ink-2',
  strong: 'font-semibold',
  a: 'break-words underline',
  code,
  pre: 'overflow-x-auto rounded bg-paper-2 p-3 text-14 [&>code]:px-0',
  table: 'border-collapse text-15',
  th: 'border border-line px-2.5 py-1 text-left align-top font-semibold',
  td: 'border border-line px-2.5 py-1 align-top',
  hr: 'border-line',
}

/** The text of a job, from a tree of allowed elements; React escapes the rest, and no HTML string is involved. */
export function JobText({ tree }: { tree: Root }) {
  return (
    <div className="job-body grid max-w-[66ch] min-w-0 gap-3 text-16">
      {tree.children.map((child, at) => draw(child, at))}
    </div>
  )
}

function draw(node: Nodes, key: number): ReactNode {
  if (node.type === 'text') return <Fragment key={key}>{node.value}</Fragment>
  if (node.type !== 'element') return null
  if (node.tagName !== 'table') return drawElement(node, key)
  return (
    // A wide table scrolls inside its own frame, which the keyboard can reach.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be focusable
    <section key={key} aria-label="Table" tabIndex={0} className="overflow-x-auto">
      {drawElement(node, 0)}
    </section>
  )
}

function drawElement(node: Element, key: number): ReactNode {
  const { href, rel, start } = node.properties
  const props = {
    key,
    className: looks[node.tagName],
    ...(typeof href === 'string' ? { href } : {}),
    ...(Array.isArray(rel) ? { rel: rel.join(' ') } : {}),
    ...(typeof start === 'number' ? { start } : {}),
    ...(node.tagName === 'pre' ? { tabIndex: 0 } : {}),
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
