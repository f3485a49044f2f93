/** A few pieces of work at the same time, of which no two share a name; what fails is thrown at the next begin, or at the rest. */
export class Writers {
  private readonly going = new Map<Promise<void>, ReadonlySet<string>>()
  private failure: { error: unknown } | null = null

  constructor(private readonly most: number) {}

  /** Whether no piece of work that goes on has this name. */
  isFree(name: string): boolean {
    return ![...this.going.values()].some((names) => names.has(name))
  }

  /** Begins once there is room and its names are free. */
  async begin(names: readonly string[], work: () => Promise<void>): Promise<void> {
    while (this.going.size >= this.most || !names.every((name) => this.isFree(name)))
      await Promise.race(this.going.keys())
    this.throwFailure()
    const piece = work()
      .catch((error: unknown) => {
        this.failure ??= { error }
      })
      .finally(() => this.going.delete(piece))
    this.going.set(piece, new Set(names))
  }

  /** Waits for all that goes on. */
  async rest(): Promise<void> {
    await this.settle()
    this.throwFailure()
  }

  async settle(): Promise<void> {
    await Promise.all(this.going.keys())
  }

  private throwFailure(): void {
    if (this.failure) throw this.failure.error
  }
}
