/**
 * What labels and typed words are compared by: lower case without accents, dots and apostrophes, every other sign a space.
 * `+` and `#` stay, for C++ and C#. Unlike `plain` of the taxonomy it changes no word, so what begins a label still does.
 */
export function fold(text: string): string {
  const letters = isAscii(text) ? text.toLowerCase() : unaccented(text)
  return letters
    .replace(/['’`´.]/g, '')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}

function isAscii(text: string): boolean {
  return !/[^ -~]/.test(text)
}

function unaccented(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđıðþ]/g, (letter) => spelt[letter] ?? letter)
}

/** Letters that Unicode does not take apart, as people without them type them. */
const spelt: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
  þ: 'th',
}
