/** For an answer that came while this process itself was held up, and has not been read yet. */
const GRACE_MS = 100

/** The result of `work`, or an error when it takes longer: what waits on a dead connection would wait for ever. */
export function withinTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`no answer within ${limitMs / 1000} s`))
    let timer = setTimeout(() => {
      timer = setTimeout(late, GRACE_MS)
    }, limitMs)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** True when `work` ends in time, whatever it ends with; false when it goes on. */
export function endsWithin(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs, false)
    const ended = () => {
      clearTimeout(timer)
      resolve(true)
    }
    work.then(ended, ended)
  })
}

/** Lets requests that wait have their turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Ends early when it is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(ended, ms)
    function ended() {
      clearTimeout(timer)
      signal.removeEventListener('abort', ended)
      resolve()
    }
    signal.addEventListener('abort', ended, { once: true })
  })
}
