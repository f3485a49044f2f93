import type { SlotSet } from './slot-set'

const ZONE = 4096

type Jobs = { seenUs: Float64Array; alive: SlotSet; end: number }

/** The earliest and latest time in each run of slots: most runs are counted without a look at their times. */
export class TimeZones {
  private earliest: number[] = []
  private latest: number[] = []

  add(slot: number, us: number): void {
    const zone = Math.floor(slot / ZONE)
    this.earliest[zone] = Math.min(this.earliest[zone] ?? us, us)
    this.latest[zone] = Math.max(this.latest[zone] ?? us, us)
  }

  clear(): void {
    this.earliest = []
    this.latest = []
  }

  countSince(us: number, { seenUs, alive, end }: Jobs): number {
    let n = 0
    for (let zone = 0; zone < this.latest.length; zone++) {
      if ((this.latest[zone] as number) < us) continue
      const until = Math.min(end, (zone + 1) * ZONE)
      if ((this.earliest[zone] as number) >= us) {
        n += alive.countBetween(zone * ZONE, until)
        continue
      }
      for (let slot = zone * ZONE; slot < until; slot++)
        if ((seenUs[slot] as number) >= us && alive.has(slot)) n++
    }
    return n
  }
}
