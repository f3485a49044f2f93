import type { Duplex } from 'node:stream'
import type pg from 'pg'

/** Node reads on as long as there is something to read; after this time others have their turn. */
const TURN_MS = 10

/**
 * Sends `copy … to stdout` and hands each piece on as it arrives; nothing is gathered. With `(format binary)` a piece is one row.
 * A piece is only good until `onPiece` returns.
 */
export function copyOut(
  client: pg.ClientBase,
  statement: string,
  onPiece: (piece: Buffer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null
    let turnEndsMs = 0
    const rest = (stream: Duplex) => {
      if (stream.isPaused()) return
      const nowMs = performance.now()
      // The first piece of a turn.
      if (turnEndsMs === 0) turnEndsMs = nowMs + TURN_MS
      if (nowMs < turnEndsMs) return
      stream.pause()
      setImmediate(() => {
        turnEndsMs = 0
        stream.resume()
      })
    }
    const ending = (error?: Error | null) => (error ? reject(error) : resolve())
    // What node-postgres calls on a query of one's own; `callback` is what it calls when the connection breaks.
    const query = {
      callback: ending,
      submit(connection: pg.Connection) {
        connection.query(statement)
      },
      handleCopyData({ chunk }: { chunk: Buffer }, { stream }: pg.Connection) {
        rest(stream)
        if (failed) return
        try {
          onPiece(chunk)
        } catch (error) {
          failed = error instanceof Error ? error : new Error(String(error))
        }
      },
      handleRowDescription() {},
      handleCommandComplete() {},
      handleError: ending,
      handleReadyForQuery: () => ending(failed),
    }
    client.query(query)
  })
}
