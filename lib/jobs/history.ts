import type { CloseReason, JobEventKind } from '@/db/values'
import { payWords } from './pay-words'
import type { PayFact } from './stored-job'

/** One line of a job's history, newest last. */
export type HistoryEntry = { at: string; what: string }

const closeWords: Record<CloseReason, string> = {
  filled: 'filled',
  withdrawn: 'withdrawn by the employer',
  expired: 'its time ran out',
  removed: 'removed by this board',
  source_gone: 'its source no longer shows it',
}

const fieldWords: Readonly<Record<string, string>> = {
  roleId: 'role',
  seniority: 'level',
  employmentType: 'employment type',
  visa: 'visa sponsorship',
  applyUrl: 'where to apply',
  closesAt: 'closing date',
}

/** What a `job_events` row says, in words; old and new pay and places stand in it, because they are what people ask about. */
export function eventWords(
  kind: JobEventKind,
  facts: Readonly<Record<string, unknown>>,
  locale: string,
): string {
  if (kind === 'published') return facts.imported === true ? 'Seen here first' : 'Published'
  if (kind === 'reopened') return 'Open again: its source shows it once more'
  if (kind === 'held') return 'Waiting for moderation'
  if (kind === 'reposted') return 'Posted again as a new job'
  if (kind === 'closed') {
    const reason = closeWords[facts.reason as CloseReason]
    return reason ? `Closed: ${reason}` : 'Closed'
  }
  const parts = [
    changeOf(facts.pay, 'pay', (value) => payFactWords(value, locale)),
    changeOf(facts.places, 'places', placeWords),
    otherFields(facts),
  ]
  const said = parts.filter((part) => part !== null)
  return said.length > 0 ? `Edited: ${said.join('; ')}` : 'Edited'
}

function changeOf(fact: unknown, name: string, words: (value: unknown) => string): string | null {
  if (typeof fact !== 'object' || fact === null || !('old' in fact && 'new' in fact)) return null
  return `${name} was ${words(fact.old)}, is ${words(fact.new)}`
}

function otherFields({ changed, pay, places }: Readonly<Record<string, unknown>>): string | null {
  if (!Array.isArray(changed)) return null
  const names = changed.filter(
    (name): name is string =>
      typeof name === 'string' && !(name === 'pay' && pay) && !(name === 'places' && places),
  )
  return names.length > 0 ? names.map((name) => fieldWords[name] ?? name).join(', ') : null
}

function payFactWords(value: unknown, locale: string): string {
  const pay = value as PayFact
  if (!pay) return 'not stated'
  const [min, max] = [pay.min, pay.max].map((amount) => (amount === null ? null : Number(amount)))
  return payWords({ ...pay, min: min ?? null, max: max ?? null }, locale)
}

function placeWords(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join(', ') : 'not stated'
}
