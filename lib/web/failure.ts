import { IdempotencyConflict } from '@/db/transaction'
import { Forbidden, NotFound, SignInNeeded } from '@/lib/outcome'
import { databaseErrorOf, logError } from './log'
import { Refusal } from './refusal'

const BUSY = /^(55P03|40001|40P01)$/
/** Connection failures, a server that starts or stops, too many clients, and a statement that ran out of time. */
const AWAY = /^(08...|57P..|57014|53300|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)$/

type Facts = { requestId: string; route: string; hasKey?: boolean }

/** What an error means to whoever sent the request. Unknown ones are logged here, once, and tell nothing. */
export function refusalOf(error: unknown, { requestId, route, hasKey = false }: Facts): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof IdempotencyConflict) {
    return new Refusal(
      422,
      'This form was already sent with other contents. Load the page again and send it anew.',
    )
  }
  if (error instanceof NotFound) return new Refusal(404, 'This is not here.')
  if (error instanceof Forbidden) return new Refusal(403, 'Your role here does not allow this.')
  if (error instanceof SignInNeeded) return new Refusal(401, 'Sign in first.')
  const code = databaseErrorOf(error)?.code ?? ''
  if (BUSY.test(code) && hasKey) {
    return new Refusal(409, 'The same request is still being worked on. Try again in a moment.', {
      retryAfterSeconds: 1,
    })
  }
  logError(error, { requestId, route })
  if (BUSY.test(code) || AWAY.test(code)) {
    return new Refusal(503, 'The board is catching its breath. Nothing was changed; try again in a moment.', {
      retryAfterSeconds: 2,
    })
  }
  return new Refusal(500, 'Something went wrong on our side. Nothing was changed.')
}
