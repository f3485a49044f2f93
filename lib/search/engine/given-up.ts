const FOR_MS = 60_000
const AT_MOST = 1000

/** What was too much for the database, so that it is not asked of it again at once. */
export class GivenUp {
  /** Until when, by `performance.now()`. */
  private readonly until = new Map<string, number>()

  add(key: string): void {
    if (this.until.size >= AT_MOST) this.until.clear()
    this.until.set(key, performance.now() + FOR_MS)
  }

  has(key: string): boolean {
    return (this.until.get(key) ?? 0) > performance.now()
  }
}
