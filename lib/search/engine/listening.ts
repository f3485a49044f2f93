import type pg from 'pg'
import { withinTime } from './within-time'

/** Of one statement on the listening connection; the load has a limit of its own. */
const STATEMENT_WITHIN_MS = 10_000
/** Beyond this, reading everything again is quicker than reading what changed. */
const IDS_AT_MOST = 100_000

/** Its name in `pg_stat_activity`. */
export const LISTENER = 'waypost engine'

/** `all`: anything may have changed. */
export type Heard = { ids: number[]; all: boolean }

/** One connection that hears of every change of `job_search` from the moment it is open; it is used up when it breaks. */
export class Listening {
  private readonly end = new AbortController()
  /** When each was first heard of, by `performance.now()`. */
  private readonly heardMs = new Map<number, number>()
  private allMs: number | null = null
  private wake = () => {}
  private isClosed = false

  private constructor(private readonly client: pg.PoolClient) {
    client.on('notification', ({ payload }) => this.hear(payload ?? 'all'))
    client.on('error', (error) => this.end.abort(error))
    client.on('end', () => this.end.abort(new Error('the connection ended')))
  }

  static async open(pool: pg.Pool): Promise<Listening> {
    const listening = new Listening(await pool.connect())
    try {
      // Reading every job takes longer than a page may; a connection that read words may use no other index.
      await listening.query('reset all')
      await listening.query(
        `select set_config('statement_timeout', '0', false), set_config('lock_timeout', '10s', false),
          set_config('application_name', $1, false)`,
        [LISTENER],
      )
      await listening.query('listen job_search')
      return listening
    } catch (error) {
      listening.close()
      throw error
    }
  }

  async query<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    const { rows } = await this.use((client) =>
      withinTime(STATEMENT_WITHIN_MS, client.query<R>(text, values)),
    )
    return rows
  }

  /** For work on this connection that knows its own time limit; it fails at once when the connection does. */
  use<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const { signal } = this.end
    if (signal.aborted) return Promise.reject(signal.reason)
    return new Promise((resolve, reject) => {
      const onEnd = () => reject(signal.reason)
      signal.addEventListener('abort', onEnd, { once: true })
      work(this.client)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', onEnd))
    })
  }

  /** Ends when a change has been heard, or after this time; throws when the connection is lost. */
  async wait(limitMs: number): Promise<void> {
    if (this.oldestHeardMs !== null) return
    let timer: NodeJS.Timeout | undefined
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve
      timer = setTimeout(resolve, limitMs)
    })
    await this.use(() => woken).finally(() => clearTimeout(timer))
  }

  /** At most so many of the jobs heard of, oldest first. */
  take(most: number): Heard {
    const ids = [...this.heardMs.keys()].slice(0, most)
    for (const id of ids) this.heardMs.delete(id)
    return { ids, all: this.allMs !== null }
  }

  /** When the oldest change was heard that nobody took yet, by `performance.now()`. */
  get oldestHeardMs(): number | null {
    const [first] = this.heardMs.values()
    return first === undefined || this.allMs === null ? (first ?? this.allMs) : Math.min(first, this.allMs)
  }

  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.end.abort(new Error('closed'))
    this.client.release(true)
  }

  private hear(payload: string): void {
    const ids = payload === 'all' ? [] : payload.split(',').map(Number)
    const nowMs = performance.now()
    // Words that this build does not know may mean anything.
    if (payload === 'all' || !ids.every(Number.isSafeInteger)) this.allMs ??= nowMs
    else for (const id of ids) if (!this.heardMs.has(id)) this.heardMs.set(id, nowMs)
    if (this.heardMs.size > IDS_AT_MOST) this.allMs ??= nowMs
    this.wake()
  }
}
