/** What XML 1.0 forbids, escaped or not (§2.2, production 2). To a regex that reads code points only lone surrogates are `Cs`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // `]]>` may not stand in text.
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser reads a bare one as a line feed.
  '\r': '&#13;',
}

/** Text for an element or an attribute of XML. What may not stand there becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"'\r]/g, (character) => entities[character] ?? '')
}

type Attributes = Readonly<Record<string, string>>

/** One element that holds text, or nothing. */
export function element(name: string, text: string | null, attributes: Attributes = {}): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`)
  const start = `<${name}${written.join('')}`
  return text === null ? `${start}/>` : `${start}>${escapeXml(text)}</${name}>`
}

/** A parser reads bare white space in an attribute as spaces. */
function attribute(text: string): string {
  return escapeXml(text).replace(/[\t\n]/g, (space) => (space === '\t' ? '&#9;' : '&#10;'))
}
