import { MalformedXml, parseXml, type XmlElement } from '@/lib/outside/parse-xml'
import { Unreadable } from '../adapter'

/** The root of an answer in XML, which must have one of these names. Texts in it are decoded once already. */
export function rootNamed(text: string, names: readonly string[]): XmlElement {
  const root = parsed(text)
  if (names.includes(root.name)) return root
  throw new Unreadable(`is <${root.name.slice(0, 40)}>, not <${names.join('> or <')}>`)
}

function parsed(text: string): XmlElement {
  try {
    return parseXml(text.trimStart())
  } catch (error) {
    if (error instanceof MalformedXml) throw new Unreadable(`is no XML that can be read: ${error.message}`)
    throw error
  }
}

/** The texts of the children by their names, of several with one name the first that is not empty. */
export function textsOf(element: XmlElement): Record<string, string> {
  const texts: Record<string, string> = Object.create(null)
  for (const { name, text } of element.children) texts[name] ||= text.trim()
  return texts
}
