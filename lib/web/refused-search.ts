import type { Refusal as Refused } from '@/lib/search/url/grammar'
import { refusalText } from '@/lib/search/url/refusal-text'
import { Refusal } from './refusal'

/** 400 with a sentence for each parameter that cannot be answered, 503 when only the time was too short; nothing when there is none. */
export function requireAnswerable(refused: readonly Refused[]): void {
  const [first] = refused
  if (!first) return
  const errors = Object.fromEntries(refused.map((one) => [one.key, refusalText(one)]))
  const isOurs = refused.every((one) => one.reason === 'too-slow')
  throw new Refusal(isOurs ? 503 : 400, refusalText(first), isOurs ? { retryAfterSeconds: 5 } : { errors })
}
