import { plain } from './text'

/** A word as it is compared, and where it stands. */
export type Word = { word: string; start: number; end: number }

/**
 * Addresses, which are passed over; `.NET`; and words: `C++`, `C#`, `Node.js`, `OAuth 2.0` and `U.S.` keep their marks, other marks
 * part them.
 */
const pattern =
  /(?:https?:\/\/|www\.)[^\s<>()]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|(?<![\p{L}\p{N}])\.net\b|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:['’](?=\p{L})|\.(?=(?:js|net|io|com|app|run|ai)\b)|(?<=\d)\.(?=\d)|(?<=(?<![\p{L}\p{N}])\p{L}|\.\p{L})\.(?=\p{L}(?![\p{L}\p{N}])))[\p{L}\p{N}\p{M}]+)*(?:\+\+|[+#]+(?![\p{L}\p{N}]))?/giu
const address = /:\/\/|^www\.|@/i

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    word: wordOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The words of a skill's name, by which it is known. */
export function skillWords(text: string): string[] {
  return wordsOf(text).flatMap(({ word }) => (word === '' ? [] : word))
}

const isAscii = /^[\x20-\x7e]*$/

function wordOf(raw: string): string {
  if (address.test(raw)) return ''
  if (raw[0] === '.') return 'dotnet'
  return isAscii.test(raw) ? raw.toLowerCase().replace(/['.]/g, '') : plain(raw)
}
