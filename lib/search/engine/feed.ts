import type pg from 'pg'
import { DatabaseClock } from './database-clock'
import { Listening } from './listening'
import { expectedJobs, readEveryJob } from './load'
import type { Mirror } from './mirror'
import { readChanged } from './read-changed'
import { nextTurn, pause, withinTime } from './within-time'

/** Together less than the 15 s in which a dead connection must be noticed (RELIABILITY.md B73). */
const USUAL_BEAT = { everyMs: 5000, withinMs: 5000 }
/** Changes come in bursts: those that follow another within this time are gathered for as long, and read in one statement. */
const GATHER_MS = 20
const JOBS_IN_ONE_READ = 1000
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000
/** Changed jobs put in place between two turns of the event loop. */
const JOBS_IN_ONE_TURN = 25

export type FeedState = 'loading' | 'ready' | 'rebuilding' | 'off'

/** Everything is to be read again, though the connection is well. */
class Emptied extends Error {}

/**
 * Keeps a mirror of `job_search` in this process: listens, loads, then follows every change. Whatever goes wrong, the mirror is not
 * there until it has been built anew, and the feed goes on trying.
 */
export class Feed {
  readonly clock = new DatabaseClock()
  private mirror: Mirror | null = null
  private listening: Listening | null = null
  private stopping = new AbortController()
  private hasLoaded = false
  private isSilent = false
  private pauseMs = FIRST_PAUSE_MS
  /** When the database last proved that nothing was missing, by `performance.now()`. */
  private currentAtMs = 0
  /** When the oldest change was heard that is being put in place. */
  private applyingSinceMs: number | null = null
  private beatAtMs = 0
  private appliedAtMs = 0
  private running: Promise<void> = Promise.resolve()
  private tellWhole = () => {}
  /** Ends when the mirror is whole for the first time, or the feed stops. */
  readonly firstWhole = new Promise<void>((resolve) => {
    this.tellWhole = resolve
  })

  constructor(
    private readonly pool: pg.Pool,
    private readonly newMirror: () => Mirror,
    private readonly rhythm = USUAL_BEAT,
  ) {}

  start(): void {
    this.running = this.run()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    this.listening?.close()
    await this.running
    this.drop()
    this.tellWhole()
  }

  get state(): FeedState {
    if (this.stopping.signal.aborted) return 'off'
    return this.mirror ? 'ready' : this.hasLoaded ? 'rebuilding' : 'loading'
  }

  /** Null while it is not whole. */
  get whole(): Mirror | null {
    return this.mirror
  }

  /** Time since the last proof that nothing is missing. */
  get staleMs(): number {
    return performance.now() - this.currentAtMs
  }

  /** For how long a change is known that is not in place yet; 0 when there is none. */
  get behindMs(): number {
    const since = this.applyingSinceMs ?? this.listening?.oldestHeardMs ?? null
    return since === null ? 0 : performance.now() - since
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping
    while (!signal.aborted) {
      try {
        await this.follow()
      } catch (error) {
        this.drop()
        if (signal.aborted) return
        if (!(error instanceof Emptied)) this.complain(error)
        await pause(this.pauseMs * (0.75 + Math.random() / 2), signal)
        this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS)
      }
    }
  }

  /** Ends only by throwing. */
  private async follow(): Promise<never> {
    const listening = await Listening.open(this.pool)
    this.listening = listening
    if (this.stopping.signal.aborted) throw new Error('stopped')
    await this.beat(listening)
    const mirror = await this.load(listening)
    await this.beat(listening)
    // Not until nothing is heard any more: while jobs are imported, something always is.
    const caughtUpMs = performance.now()
    while ((listening.oldestHeardMs ?? caughtUpMs) < caughtUpMs) await this.apply(listening, mirror)
    this.mirror = mirror
    this.hasLoaded = true
    this.isSilent = false
    this.pauseMs = FIRST_PAUSE_MS
    this.tellWhole()
    for (;;) {
      await listening.wait(Math.max(0, this.beatAtMs + this.rhythm.everyMs - performance.now()))
      if (listening.oldestHeardMs !== null) await this.apply(listening, mirror)
      if (performance.now() >= this.beatAtMs + this.rhythm.everyMs) await this.beat(listening)
    }
  }

  private async load(listening: Listening): Promise<Mirror> {
    return listening.use(async (client) => {
      const mirror = this.newMirror()
      mirror.expect(await expectedJobs(client))
      await readEveryJob(client, (row) => mirror.add(row))
      await mirror.finish()
      return mirror
    })
  }

  private async beat(listening: Listening): Promise<void> {
    const askedAtMs = performance.now()
    this.beatAtMs = askedAtMs
    const asked = listening.query<{ us: string }>(
      'select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us',
    )
    const [row] = await withinTime(this.rhythm.withinMs, asked)
    this.clock.set(Number(row?.us), askedAtMs)
    this.prove(listening, askedAtMs)
  }

  /** The database answered what was asked then, and tells of changes in the order of their commits. */
  private prove(listening: Listening, askedAtMs: number): void {
    this.currentAtMs = Math.min(askedAtMs, listening.oldestHeardMs ?? askedAtMs)
  }

  private async apply(listening: Listening, mirror: Mirror): Promise<void> {
    this.applyingSinceMs = listening.oldestHeardMs
    const isBurst = performance.now() - this.appliedAtMs < GATHER_MS
    // The first of a burst is in place at once: whoever just published a job looks for it.
    await pause(isBurst ? GATHER_MS : 0, this.stopping.signal)
    const { ids, all } = listening.take(JOBS_IN_ONE_READ)
    if (all) throw new Emptied()
    const askedAtMs = performance.now()
    const asked = mirror.words.queriesToAsk(ids.length)
    const changed = await readChanged(listening, ids, asked)
    for (let start = 0; start < ids.length; start += JOBS_IN_ONE_TURN) {
      const some = ids.slice(start, start + JOBS_IN_ONE_TURN)
      mirror.change(
        some.map((id) => ({ id, job: changed.get(id) ?? null })),
        asked,
      )
      await nextTurn()
    }
    this.applyingSinceMs = null
    this.appliedAtMs = performance.now()
    this.prove(listening, askedAtMs)
  }

  private drop(): void {
    this.mirror?.close()
    this.mirror = null
    this.applyingSinceMs = null
    this.listening?.close()
    this.listening = null
  }

  /** Once for each outage. */
  private complain(error: unknown): void {
    if (this.isSilent) return
    this.isSilent = true
    const reason = error instanceof Error ? error.message : 'unknown reason'
    console.error(`search engine lost, searches are answered by SQL until it is back: ${reason}`)
  }
}
