/** The words of a search with `words` in quotes, where they stand on their own outside of quotes; unchanged where they do not. */
export function inQuotes(q: string, words: string): string {
  const literal = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')
  const wanted = new RegExp(`(^|[\\s-])(${literal})(?=\\s|$)`, 'i')
  const parts = q.split(/("[^"]*"?)/)
  const at = parts.findIndex((part) => !part.startsWith('"') && wanted.test(part))
  return parts.map((part, i) => (i === at ? part.replace(wanted, '$1"$2"') : part)).join('')
}
