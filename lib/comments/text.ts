/** A piece of a comment: words, or an address that a reader may follow. */
export type TextPart = { text: string; href?: string }

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi

/** The text in order and whole, with its web addresses marked. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutTrail(found)
    const href = webAddress(address)
    if (!href) continue
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ text: address, href })
    end = index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** Also what mail programs and people take for an address. */
export function linksIn(text: string): number {
  return [...text.matchAll(/https?:\/\/|\bwww\.[a-z0-9-]/gi)].length
}

const TRAIL = '.,;:!?…»”’]})'

/** A full stop ends the sentence, not the address; so does a bracket that opened before it. */
function withoutTrail(address: string): string {
  let end = address.length
  while (TRAIL.includes(address[end - 1] ?? ' ')) end -= 1
  const kept = address.slice(0, end)
  const unclosed = kept.split('(').length - kept.split(')').length
  const closing = /^\)*/.exec(address.slice(end))?.[0] ?? ''
  return kept + closing.slice(0, Math.max(0, unclosed))
}

function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  // A name before an @ makes one site look like another.
  return url.username === '' && url.password === '' ? url.href : null
}
