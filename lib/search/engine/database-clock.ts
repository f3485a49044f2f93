/** The database's clock, told by the process's monotonic one: a search by age must not depend on the clock of this machine. */
export class DatabaseClock {
  private offsetUs = 0

  /** What the database said, and when it was asked by `performance.now()`: it read its clock half-way, as far as one can know. */
  set(databaseUs: number, askedAtMs: number): void {
    this.offsetUs = databaseUs - ((askedAtMs + performance.now()) / 2) * 1000
  }

  /** Microseconds since 1970. */
  nowUs(): number {
    return Math.round(performance.now() * 1000 + this.offsetUs)
  }
}
