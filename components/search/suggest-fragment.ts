import type { SuggestField } from '@/lib/search/suggest/suggest'

/** What the route takes at most. */
const MAX_LENGTH = 60

/**
 * The part of what is typed that suggestions may stand for: of the words, those after the last phrase in quotes and the last word left
 * out with `-`. Empty where a suggestion would change what the rest says: in an open phrase, after `or`.
 */
export function fragmentOf(text: string, field: SuggestField): string {
  const whole = text.trim()
  if (field === 'where') return whole.length > MAX_LENGTH ? '' : whole
  const afterPhrases = whole.split('"')
  if (afterPhrases.length % 2 === 0) return ''
  const words = (afterPhrases.at(-1) ?? '').trim().split(/\s+/)
  if (words.some((word) => word.toLowerCase() === 'or') || isLeftOut(words.at(-1) ?? '')) return ''
  const plain = words.slice(words.findLastIndex(isLeftOut) + 1)
  while (plain.join(' ').length > MAX_LENGTH) plain.shift()
  return plain.join(' ')
}

function isLeftOut(word: string): boolean {
  return word.startsWith('-')
}

/** The text without as many words at its end as `typed` has. */
export function withoutTyped(text: string, typed: string): string {
  let left = text.trim()
  for (const _ of typed.trim().split(/\s+/)) left = left.replace(/\s*\S+$/, '')
  return left
}
