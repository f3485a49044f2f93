/** Lets others have their turn. */
export type Turn = () => Promise<void>

/** Nobody waits for longer, but for a step that takes longer by itself. */
export const TURN_MS = 20

export function runThrough(steps: Generator<void>): void {
  while (!steps.next().done);
}

/** Takes steps until the time is over, then others have a turn. When `turn` throws, the steps end where they are. */
export async function inTurns(steps: Generator<void>, turn: Turn, turnMs = TURN_MS): Promise<void> {
  let endsMs = performance.now() + turnMs
  for (const _ of steps) {
    if (performance.now() < endsMs) continue
    await turn()
    endsMs = performance.now() + turnMs
  }
}
