import type { Random } from '@/lib/jobs/testing/random'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** `text` with one letter too many, too few, another one, or two neighbours swapped, anywhere. */
export function typoOf(text: string, random: Random): string {
  const at = Math.floor(random() * text.length)
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)]
  const other = letters[Math.floor(random() * letters.length)] ?? ''
  const kind = Math.floor(random() * 4)
  if (kind === 0) return before + other + letter + after
  if (kind === 1) return before + after
  if (kind === 2 || after === '') return before + other + after
  return before + after.charAt(0) + letter + after.slice(1)
}
