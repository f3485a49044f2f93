import type { Ignored } from '@/lib/search/url/grammar'

/** Longer header lines are refused by servers that stand in front. */
const MAX_HEADER = 1500

/**
 * `Waypost-Ignored: roll=nurse&visa=yess`: what of the URL had no effect, written as in a URL, so that no text of others comes into a
 * header unescaped. Left out when everything was understood.
 */
export function ignoredHeader(ignored: readonly Ignored[]): Record<string, string> {
  const pairs: string[] = []
  for (const { key, value } of ignored) {
    const pair = new URLSearchParams([[key, value ?? '']]).toString()
    if ([...pairs, pair].join('&').length > MAX_HEADER) break
    pairs.push(pair)
  }
  return pairs.length > 0 ? { 'waypost-ignored': pairs.join('&') } : {}
}

/** "Not understood, and left aside: roll=nurse (role?)." Null when everything was understood. */
export function ignoredWords(ignored: readonly Ignored[]): string | null {
  if (ignored.length === 0) return null
  const named = ignored.map(({ key, value, nearest, nearestLabel }) => {
    const meant = nearestLabel ?? nearest
    return `${key}${value === null ? '' : `=${value}`}${meant === null ? '' : ` (${meant}?)`}`
  })
  return `Not understood, and left aside: ${named.join(', ')}.`
}
