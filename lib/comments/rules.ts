import type { PersonKind } from '@/db/values'

export const MAX_CHARACTERS = 4000
/** One level of answers, all shown with their comment. */
export const ANSWERS_PER_COMMENT = 50
/** What one person can make others read before anybody has approved anything of theirs. */
export const HELD_PER_PERSON = 5
export const LINKS_OF_NEWCOMER = 2
/** Reports of people whom a moderator has approved something of: so many take a comment away until a moderator has looked. */
export const REPORTS_THAT_HOLD = 3

export type Badge = 'author' | 'editors'

export type Writer = { kind: PersonKind; email: string; isConfirmed: boolean }

/** In whose name somebody speaks below a text. Such people are never held. */
export function badgeOf(writer: Writer, authorEmail: string | null): Badge | null {
  if (authorEmail !== null && writer.isConfirmed && writer.email === authorEmail) return 'author'
  return isEditor(writer.kind) ? 'editors' : null
}

export function isEditor(kind: PersonKind): boolean {
  return kind === 'moderator' || kind === 'admin'
}

const unnamed: Record<Badge, string> = { author: 'The author', editors: 'An editor' }

/** An address is nobody's name here, also where it was typed as one. */
export function shownName(name: string | null, badge: Badge | null = null): string {
  const plain = withoutControls(name ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '' || /\S@\S/.test(plain)) return badge ? unnamed[badge] : 'A reader'
  return [...plain].slice(0, 60).join('')
}

/** Control characters but tabs and line ends, and those that turn the direction of what follows them. */
export function withoutControls(text: string): string {
  return text
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
}
