import type { Refusal as Refused } from '@/lib/search/grammar'
import { refusalText } from '@/lib/search/refusal-text'
import { Refusal } from './refusal'

/** 400 with a sentence for each parameter that cannot be answered; nothing when there is none. */
export function requireAnswerable(refused: readonly Refused[]): void {
  const [first] = refused
  if (!first) return
  const errors = Object.fromEntries(refused.map((one) => [one.key, refusalText(one)]))
  throw new Refusal(400, refusalText(first), { errors })
}
