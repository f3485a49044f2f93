import type { RemovalReason } from '@/lib/comments/input'
import type { WhyHidden } from '@/lib/comments/queries'
import type { Badge } from '@/lib/comments/rules'

export const badgeLabels: Record<Badge, string> = { author: 'Author', editors: 'The editors' }

export const hiddenWords: Record<WhyHidden, string> = {
  'taken-back': 'Taken back by its writer',
  removed: 'Removed by the board’s people',
  held: 'Waits to be read by the board’s people',
}

export const removalLabels: Record<RemovalReason, string> = {
  advertising: 'It advertises',
  rude: 'It insults or threatens',
  'off-topic': 'It has nothing to do with the page',
  private: 'It tells private things of somebody',
  unlawful: 'It breaks the law',
  other: 'Something else',
}

export function countWords(count: number, number: (value: number) => string): string {
  if (count === 0) return 'Comments'
  return count === 1 ? '1 comment' : `${number(count)} comments`
}
