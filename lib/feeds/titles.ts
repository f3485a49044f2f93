import { env } from '@/lib/env'
import type { Sort } from '@/lib/search/search'
import type { Door } from './door'

/** "Backend developer, remote · Waypost". */
export function titleOf({ name }: Pick<Door, 'name'>): string {
  return `${name} · ${env().BOARD_NAME}`
}

export const orderWords: Readonly<Record<Sort, string>> = {
  newest: 'Open jobs, newest first.',
  relevance: 'Open jobs, most relevant first.',
  pay: 'Open jobs, best paid first.',
}
