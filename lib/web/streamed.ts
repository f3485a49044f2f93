import { networkOf } from './client-address'
import { logError } from './log'
import { Refusal } from './refusal'

/** A reader may be slow for as long as it likes, so files that are being sent must leave room for everything else. */
const MOST_AT_ONCE = 12
const MOST_FOR_ONE_NETWORK = 6
/** 50,000 rows at a megabit a second take two minutes. */
const LONGEST_MS = 300_000

type Streamed = {
  /** Asked for the next piece when the last one has been taken, and ended early when the reader goes away. */
  pieces: AsyncGenerator<string>
  headers: Record<string, string>
  client: string
  requestId: string
  route: string
}

/**
 * A file that is sent while it is made. What goes wrong on the way breaks the connection off: a file that merely ended would
 * pass for the whole one. 503 when too many are being sent.
 */
export function answerStreamed(
  request: Request,
  { pieces, headers, client, requestId, route }: Streamed,
): Response {
  if (request.method === 'HEAD') return new Response(null, { headers })
  const leave = enter(networkOf(client))
  let isOver = false
  const end = () => {
    isOver = true
    leave()
    pieces.return(undefined).catch(() => {})
  }
  if (request.signal.aborted) end()
  request.signal.addEventListener('abort', end, { once: true })
  const until = performance.now() + LONGEST_MS
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (performance.now() > until) throw new Error('A file was taken too slowly.')
          const { done, value } = await pieces.next()
          // The reader went away meanwhile.
          if (isOver) return
          if (!done) return controller.enqueue(encoder.encode(value))
          leave()
          controller.close()
        } catch (error) {
          if (isOver) return
          end()
          logError(error, { requestId, route })
          controller.error(error)
        }
      },
      cancel: end,
    },
    // Nothing is made before somebody reads: for a connection that has gone already, nobody will.
    { highWaterMark: 0 },
  )
  return new Response(body, { headers })
}

const sending = new Map<string, number>()

function enter(network: string): () => void {
  const all = [...sending.values()].reduce((sum, n) => sum + n, 0)
  const mine = sending.get(network) ?? 0
  if (all >= MOST_AT_ONCE || mine >= MOST_FOR_ONE_NETWORK) {
    throw new Refusal(503, 'Too many files are being sent just now. Try again in a moment.', {
      retryAfterSeconds: 5,
    })
  }
  sending.set(network, mine + 1)
  let isInside = true
  return () => {
    if (!isInside) return
    isInside = false
    const left = (sending.get(network) ?? 1) - 1
    if (left > 0) sending.set(network, left)
    else sending.delete(network)
  }
}
