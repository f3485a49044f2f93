export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

const ALLOWED = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const NAME = '[A-Za-z_][\\w:.-]*'
const TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, 'y')
const END = new RegExp(`</(${NAME})\\s*>`, 'y')

/** Well-formed XML 1.0 without comments, CDATA and DTD, read strictly: throws on everything else. */
export function readXml(text: string): XmlElement {
  if (!ALLOWED.test(text)) throw new Error('a character that XML 1.0 forbids')
  let at = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(text)?.[0].length ?? 0
  const open: XmlElement[] = [{ name: '', attributes: {}, children: [] }]
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  while (at < text.length) {
    const here = open.at(-1)
    if (!here) throw new Error(`an end too many before ${at}`)
    const content = take(/[^<]+/y)
    if (content) {
      here.children.push(unescaped(content[0].replace(/\r\n?/g, '\n')))
      continue
    }
    const end = take(END)
    if (end) {
      if (end[1] !== here.name) throw new Error(`</${end[1]}> ends <${here.name}>`)
      open.pop()
      continue
    }
    const tag = take(TAG)
    if (!tag) throw new Error(`no markup at ${at}: ${text.slice(at, at + 40)}`)
    const made = { name: tag[1] ?? '', attributes: attributesIn(tag[2] ?? ''), children: [] }
    here.children.push(made)
    if (tag[3] === '') open.push(made)
  }
  const roots = open[0]?.children.filter((child) => typeof child !== 'string' || child.trim() !== '') ?? []
  const [root] = roots
  if (open.length !== 1 || roots.length !== 1 || typeof root !== 'object') throw new Error('not one root')
  return root
}

export function textOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[]
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(new RegExp(`(${NAME})="([^"]*)"`, 'g'))]
  const names = pairs.map(([, name = '']) => name)
  if (new Set(names).size < names.length) throw new Error('an attribute given twice')
  // A parser reads white space in an attribute as spaces.
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, unescaped(value.replace(/[\t\n\r]/g, ' '))]),
  )
}

const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text')
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));|&/g, (all, decimal, hex, name) => {
    if (name && name in known) return known[name] ?? ''
    if (decimal || hex) return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16))
    throw new Error(`a bare ${all}`)
  })
}
