import { percentile } from '../timing'

/** Times in ms. `n` is how many were asked; fewer than planned where the time was up. */
export type Cell = { p50: number; p95: number; n: number; perSecond: number; errors: number }

export type Load<T> = {
  asked: readonly T[]
  clients: number
  limitMs: number
  ask: (one: T) => Promise<unknown>
}

export type Taken = { times: number[]; elapsedMs: number; errors: number }

/** So many clients, each waiting for its answer before the next question, until all is asked or the time is up. */
export async function take<T>({ asked, clients, limitMs, ask }: Load<T>): Promise<Taken> {
  const times: number[] = []
  let next = 0
  let errors = 0
  const started = performance.now()
  const client = async () => {
    while (next < asked.length && performance.now() - started < limitMs) {
      const one = asked[next++] as T
      const before = performance.now()
      try {
        await ask(one)
        times.push(performance.now() - before)
      } catch (error) {
        errors++
        if (errors === 1) console.error(`  ${String(one)}: ${reasonOf(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { times, elapsedMs: performance.now() - started, errors }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

export function cellOf(all: readonly Taken[]): Cell {
  const times = all.flatMap((taken) => taken.times)
  const elapsedMs = all.reduce((sum, taken) => sum + taken.elapsedMs, 0)
  return {
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    n: times.length,
    perSecond: (times.length / elapsedMs) * 1000,
    errors: all.reduce((sum, taken) => sum + taken.errors, 0),
  }
}

/** A cell, and what was measured in turns with it. */
export type Against = { cell: Cell; reference: Cell }

/** Of each client in one turn. */
const ASKED_IN_A_TURN = 10

/**
 * A few questions, a few of the reference, again and again: what else the machine does changes within a second, and must be in
 * both. The time limit is for the two together.
 */
export async function inTurns<T>(load: Load<T>, reference: () => Promise<Taken>): Promise<Against> {
  const { asked, clients, limitMs } = load
  const [taken, references]: Taken[][] = [[], []]
  const until = performance.now() + limitMs
  const size = ASKED_IN_A_TURN * clients
  for (let start = 0; start < asked.length && performance.now() < until; start += size) {
    references?.push(await reference())
    const turn = { ...load, asked: asked.slice(start, start + size), limitMs: until - performance.now() }
    taken?.push(await take(turn))
  }
  return { cell: cellOf(taken ?? []), reference: cellOf(references ?? []) }
}
