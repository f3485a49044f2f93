type Facts = { requestId: string; route: string }

/**
 * One JSON line for what went wrong. A database error is named by code, constraint and table only, since its message and
 * its query repeat what a person typed; a message of our own holds no personal data by house rule.
 */
export function logError(error: unknown, facts: Facts): void {
  console.error(JSON.stringify({ level: 'error', at: new Date().toISOString(), ...facts, ...factsOf(error) }))
}

function factsOf(error: unknown): Record<string, unknown> {
  const database = databaseErrorOf(error)
  if (database) {
    const { code, constraint, table, routine } = database
    return { error: 'DatabaseError', code, constraint, table, routine, stack: frames(error) }
  }
  if (!(error instanceof Error)) return { error: typeof error }
  const message = isQueryError(error) ? undefined : error.message.slice(0, 300)
  return { error: error.name, message, stack: frames(error) }
}

/** Where it was thrown, without the first lines, which repeat the message. */
function frames(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
}

type DatabaseError = { code: string; constraint?: string; table?: string; routine?: string }

/** The error of PostgreSQL, or of the connection to it, inside whatever wraps it. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    const { code } = inner as { code?: unknown }
    if (typeof code === 'string' && (/^[0-9A-Z]{5}$/.test(code) || /^E[A-Z]+$/.test(code))) {
      return inner as unknown as DatabaseError
    }
    if (/^(timeout exceeded when trying to connect|Connection terminated)/.test(inner.message))
      return { code: '08006' }
  }
  return null
}

function isQueryError(error: Error): boolean {
  return 'query' in error || 'params' in error
}
