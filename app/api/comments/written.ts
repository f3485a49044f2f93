import type { NotSaid, Written } from '@/lib/comments/commands'
import type { Answer } from '@/lib/web/answer'
import type { RefusalWords } from '@/lib/web/handler'
import type { Limit } from '@/lib/web/rate-limit'

/** Of comments and answers together. */
export function writingLimits({ userId }: { userId: string }): Limit[] {
  return [{ bucket: 'comments-write', key: userId, points: 20, seconds: 3600 }]
}

export const notSaid: Record<NotSaid, RefusalWords> = {
  'said-before': { status: 409, field: 'text', message: 'You have said exactly this on this page.' },
  'too-many-links': {
    status: 422,
    field: 'text',
    message: 'Until one of your comments is approved, they hold at most two links. Take some out.',
  },
  'too-many-held': {
    status: 409,
    field: 'text',
    message: 'Five of your comments wait to be read. Wait until one of them is approved, or take one back.',
  },
}

export function written({ id, isHeld, href }: Written): Answer {
  const message = isHeld
    ? 'Thank you. It waits to be read by the board’s people; until then only you see it.'
    : 'It stands below the page now.'
  return { to: href, message, json: { id, isHeld, href }, status: 201 }
}
