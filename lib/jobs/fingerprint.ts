import { createHash } from 'node:crypto'

/**
 * Tells one opening of a company from another: SHA-256 over the words of title and text. Case, accents, spaces, marks of
 * Markdown and punctuation do not count, so that a copy pasted from elsewhere is the same opening. Stored: never change it.
 */
export function fingerprintOf(title: string, text: string): string {
  return createHash('sha256')
    .update(`${wordsOf(title)}\n${wordsOf(text)}`)
    .digest('base64url')
}

/** `C++` and `C#` are words; `#` and `+` at the start of a line are Markdown. */
function wordsOf(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/^\s*[#+]+(?=\s)/gm, ' ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}
