/** Of this many answers; then all are forgotten, and what repeats comes back at once. */
const KEPT = 5000

/**
 * What was answered for a key before: titles and places repeat within a source. One for each `about`, which answers do not outlive.
 */
export class Remembered<A extends object, R> {
  private readonly answers = new WeakMap<A, Map<string, R>>()

  get(about: A, key: string, work: () => R): R {
    const known = this.answers.get(about) ?? new Map<string, R>()
    this.answers.set(about, known)
    const found = known.get(key)
    if (found !== undefined) return found
    if (known.size >= KEPT) known.clear()
    const answer = work()
    known.set(key, answer)
    return answer
  }
}
