/** `raw` keeps the case, which tells `OR` (Oregon) from `or`. */
export type Token = { word: string; raw: string }

/** Lower case without accents, dots and apostrophes; `St.` and `Saint` are one. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´.]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ı/g, 'i')
    .replace(/\bsaint\b/g, 'st')
}

export type Match<T> = { value: T; start: number; end: number }
type Accepts<T> = (match: Match<T>) => boolean

/** Phrases -> values, found word by word; the longest phrase at a position wins. */
export class PhraseIndex<T> {
  private readonly byPhrase = new Map<string, T>()
  private longest = 0

  add(words: readonly string[], value: T): void {
    if (words.length === 0) return
    this.byPhrase.set(words.join(' '), value)
    this.longest = Math.max(this.longest, words.length)
  }

  get(words: readonly string[]): T | undefined {
    return this.byPhrase.get(words.join(' '))
  }

  longestAt(words: readonly string[], start: number, accepts?: Accepts<T>): Match<T> | null {
    for (let end = Math.min(words.length, start + this.longest); end > start; end--) {
      const value = this.byPhrase.get(words.slice(start, end).join(' '))
      if (value === undefined) continue
      const match = { value, start, end }
      if (!accepts || accepts(match)) return match
    }
    return null
  }

  /** Every longest accepted match from left to right, none overlapping. */
  findAll(words: readonly string[], accepts?: Accepts<T>): Match<T>[] {
    const found = []
    for (let start = 0; start < words.length; ) {
      const match = this.longestAt(words, start, accepts)
      if (match) found.push(match)
      start = match ? match.end : start + 1
    }
    return found
  }
}

/** `{back end,backend} {engineer,developer}` -> the four phrases. */
export function expandBraces(pattern: string): string[] {
  const open = pattern.match(/\{([^{}]*)\}/)
  if (!open) return [pattern.replace(/\s+/g, ' ').trim()]
  return (open[1] ?? '').split(',').flatMap((choice) => expandBraces(pattern.replace(open[0], () => choice)))
}
