import type { ElementContent, Root } from 'hast'

/**
 * HTML of `/api/v1/jobs/{id}` as the tree that `JobText` draws. The document that a DOMParser makes runs nothing and loads nothing;
 * the server's allow-list is asked again here, so that nothing else can ever be drawn.
 */
export function htmlTree(html: string): Root {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return { type: 'root', children: contentOf(body) }
}

const allowed = new Set(
  'h2 h3 h4 h5 h6 p ul ol li strong em b i a br hr blockquote code pre table thead tbody tr th td'.split(' '),
)

function contentOf(parent: Element): ElementContent[] {
  return [...parent.childNodes].flatMap((node): ElementContent[] => {
    if (node instanceof Text) return [{ type: 'text', value: node.data }]
    if (!(node instanceof Element)) return []
    const tagName = node.localName
    if (!allowed.has(tagName)) return contentOf(node)
    return [{ type: 'element', tagName, properties: propertiesOf(node), children: contentOf(node) }]
  })
}

function propertiesOf(element: Element) {
  const href = element.getAttribute('href')
  const rel = element.getAttribute('rel')
  const start = element.getAttribute('start')
  return {
    ...(href !== null && /^(https?:|mailto:)/i.test(href) ? { href } : {}),
    ...(rel === null ? {} : { rel: rel.split(' ') }),
    ...(start === null ? {} : { start: Number(start) }),
  }
}
