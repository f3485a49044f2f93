import { CannotStart } from '@/db/embedded'

/** npm passes the terminal's Ctrl-C on, so the same press arrives twice. */
const SAME_PRESS_MS = 700

const works: (() => Promise<unknown> | unknown)[] = []
let stopping: Promise<void> | undefined

export function isStopping(): boolean {
  return stopping !== undefined
}

/** What has to be undone at the end, last registered first. */
export function whenStopping(work: () => Promise<unknown> | unknown): void {
  works.push(work)
}

export function stopAll(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    for (const work of works.toReversed()) {
      try {
        await work()
      } catch (error) {
        console.error(error)
      }
    }
    process.exit(exitCode)
  })()
  return stopping
}

/** Runs a command to its end: signals stop it in order, a second Ctrl-C at once, and what is in the way is said in one line. */
export async function run(main: () => Promise<void>): Promise<void> {
  stopOnSignals()
  try {
    await main()
  } catch (error) {
    if (isStopping()) return stopping
    console.error(error instanceof CannotStart ? error.message : error)
    await stopAll(1)
  }
}

function stopOnSignals(): void {
  let pressedAt = 0
  const onSignal = () => {
    const now = performance.now()
    if (!isStopping()) {
      pressedAt = now
      if (process.stdout.isTTY) process.stdout.write('\n')
      console.log('Stopping … (Ctrl-C again ends at once)')
      void stopAll(0)
    } else if (now - pressedAt > SAME_PRESS_MS) {
      process.exit(130)
    }
  }
  // Whoever read our output has gone.
  process.stdout.on('error', () => void stopAll(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // Started by another of our commands: end with it, however it ends.
  if (process.channel) {
    process.on('disconnect', () => void stopAll(0))
    process.channel.unref()
  }
}
