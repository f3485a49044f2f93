import { flashCookie, type NewCookie } from './cookies'

const MAX_CHARACTERS = 300

/** A message for the next page. `proxy.ts` hands it to that page and takes the cookie away, so it is shown once. */
export function flashOf(message: string): NewCookie {
  return flashCookie(Buffer.from(message.slice(0, MAX_CHARACTERS)).toString('base64url'))
}

export function readFlash(value: string | null): string | null {
  if (!value || !/^[A-Za-z0-9_-]{1,1600}$/.test(value)) return null
  return Buffer.from(value, 'base64url').toString().slice(0, MAX_CHARACTERS)
}
