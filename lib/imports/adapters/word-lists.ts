const MAX_WORDS = 100
const MAX_CHARACTERS = 120

/** Words in a list, or in one text with commas or semicolons ("Go, SQL, and Rust"); each once, in their order. */
export function wordsIn(stated: string | readonly string[] | null | undefined): string[] {
  const words = typeof stated === 'string' ? stated.split(/[,;]/) : (stated ?? [])
  const told = words
    .map((word) => word.trim().replace(/^(?:and|und) /, ''))
    .filter((word) => word !== '' && word.length <= MAX_CHARACTERS)
  return [...new Set(told)].slice(0, MAX_WORDS)
}
