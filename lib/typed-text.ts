import { z } from 'zod'

/** What people type, as Postgres can store it: no NUL, no half surrogates, line ends as `\n`. */
export function storable(value: string): string {
  return value
    .replace(/\0/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
}

/** One line of words: spaces folded, control characters gone. */
export function oneLine(max: number) {
  return z
    .string()
    .transform((value) =>
      storable(value)
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(max, `Use at most ${max} characters.`))
}

/** Several lines; a browser sends them with `\r\n`, which does not count twice. */
export function typedText(max: number) {
  return z
    .string()
    .transform((value) => storable(value).trim())
    .pipe(z.string().max(max, `Use at most ${max.toLocaleString('en-US')} characters.`))
}
