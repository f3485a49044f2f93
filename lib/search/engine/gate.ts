/** Behind a hundred others a read comes too late for whoever asked. */
const WAITING_AT_MOST = 100

/** Lets in so many at a time; who comes later waits, in the order of coming. */
export class Gate {
  private inside = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly atOnce: number) {}

  /** Throws when too many are waiting. */
  async enter(): Promise<void> {
    if (this.inside < this.atOnce) {
      this.inside++
      return
    }
    if (this.waiting.length >= WAITING_AT_MOST) throw new Error('too many words are being read')
    await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  /** Hands its place to the next. */
  leave(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.inside--
  }
}
