import { SaxesParser } from 'saxes'

export type XmlElement = {
  /** As written, with its prefix: `content:encoded`. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** What stands directly in it, without that of its children; CDATA as it is, references decoded once. */
  text: string
}

const MAX_DEPTH = 50
/** Elements and attributes together. */
const MAX_NODES = 1_000_000

export class MalformedXml extends Error {
  override name = 'MalformedXml'
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(`Line ${line}: ${reason}`)
  }
}

/** The five of XML itself. The parser's own table inherits from `Object`: to it `&constructor;` is defined. */
const PREDEFINED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads XML that is well-formed and has no document type, so that nothing in it is defined, fetched or expanded. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false })
  parser.ENTITIES = Object.assign(Object.create(null), PREDEFINED)
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let nodes = 0

  function refuse(reason: string): never {
    throw new MalformedXml(parser.line, reason)
  }
  function countNode() {
    if (++nodes > MAX_NODES) refuse(`There are more than ${MAX_NODES} elements and attributes.`)
  }
  function addText(piece: string) {
    const element = open.at(-1)
    if (element) element.text += piece
  }

  parser.on('error', ({ message }) => refuse(message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => refuse('A document type is not read.'))
  parser.on('attribute', countNode)
  parser.on('opentag', ({ name, attributes }) => {
    countNode()
    const element: XmlElement = { name, attributes, children: [], text: '' }
    if (open.length >= MAX_DEPTH) refuse(`Elements are nested deeper than ${MAX_DEPTH}.`)
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  return root ?? refuse('There is no element.')
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the first child of that name, without the white space around it. */
export function textOf(element: XmlElement, name: string): string | null {
  return element.children.find((child) => child.name === name)?.text.trim() ?? null
}
