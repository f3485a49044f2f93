const ZONE = 4096

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

  /** Runs of slots that may have times since then; `areAll`: each of them has. */
  each(us: number, end: number, visit: (from: number, until: number, areAll: boolean) => void): void {
    for (let zone = 0; zone * ZONE < end; zone++) {
      if ((this.latest[zone] as number) < us) continue
      visit(zone * ZONE, Math.min(end, (zone + 1) * ZONE), (this.earliest[zone] as number) >= us)
    }
  }
}
