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
  /** First word -> how many words the longest phrase has that begins with it. */
  private readonly longestFrom = new Map<string, number>()

  add(words: readonly string[], value: T): void {
    const [first] = words
    if (first === undefined) return
    this.byPhrase.set(words.join(' '), value)
    this.longestFrom.set(first, Math.max(this.longestFrom.get(first) ?? 0, words.length))
  }

  get(words: readonly string[]): T | undefined {
    return this.byPhrase.get(words.join(' '))
  }

  longestAt(words: readonly string[], start: number, accepts?: Accepts<T>): Match<T> | null {
    const longest = this.longestFrom.get(words[start] ?? '') ?? 0
    for (let end = Math.min(words.length, start + longest); end > start; end--) {
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
