import type { SearchAnswer } from '@/lib/search/answer'
import { answerFresh } from './conditional'
import { requireAnswerable } from './refused-search'

/** The answer to a search as JSON, or 304 for whoever has it. */
export function sendSearch(request: Request, answer: SearchAnswer): Response {
  requireAnswerable(answer.meta.refused)
  // The board's clock moves with every request; an answer that was kept may show ages that are an hour old, not more.
  const asOf = answer.meta.asOf.slice(0, 'yyyy-mm-ddThh'.length)
  const body = JSON.stringify(answer)
  return answerFresh(request, {
    body,
    identity: body.replace(answer.meta.asOf, asOf),
    type: 'application/json; charset=utf-8',
  })
}
