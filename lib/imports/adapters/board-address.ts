/**
 * The board that a person names: a bare word as a source uses it, or the address of a page of it. The patterns read host and path
 * without `https://` and `www.`; each has the board as its first group.
 */
export function boardIn(typed: string, patterns: readonly RegExp[]): string | null {
  const words = typed.trim()
  if (/^[\w.-]{1,100}$/.test(words) && !/\.(com|io|co|org|net|jobs|de)$/i.test(words)) return words
  const bare = words.replace(/^https?:\/\//i, '').replace(/^www\./i, '')
  for (const pattern of patterns) {
    const board = pattern.exec(bare)?.[1]
    if (board) return decodeURIComponent(board)
  }
  return null
}
