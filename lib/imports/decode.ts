import { decodeHTML } from 'entities'

/**
 * HTML that a source sends as text, such as `content` of Greenhouse: `&lt;p&gt;` becomes a paragraph and `&amp;lt;` stays text.
 * Called as often as the format encodes, never until nothing changes.
 */
export function decodedOnce(encoded: string): string {
  return decodeHTML(encoded)
}
