import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { ROOT } from '../board/root'
import { whenStopping } from '../board/stopping'

/** A bare node:http server in a process of its own, and its address. */
export async function startReference(): Promise<string> {
  const child = fork(path.join(ROOT, 'scripts/bench/reference.mjs'))
  whenStopping(() => child.disconnect())
  const [message] = await once(child, 'message')
  return `http://127.0.0.1:${(message as { port: number }).port}/`
}
