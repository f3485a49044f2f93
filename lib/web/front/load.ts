/** Each request in flight holds memory and a turn of one processor; beyond this, waiting longer helps nobody. */
const READS_IN_FLIGHT = 100
/** Applying and signing in are refused last. */
const WRITES_IN_FLIGHT = 150
const FILES_IN_FLIGHT = 500

type Kind = 'read' | 'write' | 'file'
const bounds: Record<Kind, number> = { read: READS_IN_FLIGHT, write: WRITES_IN_FLIGHT, file: FILES_IN_FLIGHT }

export function kindOf(method: string, url: string): Kind {
  if (url.startsWith('/_next/static/')) return 'file'
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write'
}

/** Counts what is being worked on. `enter` answers how to leave, or null when there is no room. */
export class Load {
  private readonly inFlight: Record<Kind, number> = { read: 0, write: 0, file: 0 }

  enter(kind: Kind): (() => void) | null {
    const busy = kind === 'write' ? this.inFlight.read + this.inFlight.write : this.inFlight[kind]
    if (busy >= bounds[kind]) return null
    this.inFlight[kind]++
    let isInside = true
    return () => {
      if (isInside) this.inFlight[kind]--
      isInside = false
    }
  }
}
