import { headers } from 'next/headers'
import { flashCookie, type NewCookie } from './cookies'
import { FLASH_HEADER } from './inner-headers'

const MAX_CHARACTERS = 300

/** A message for the next page. `proxy.ts` hands it to that page and takes the cookie away, so it is shown once. */
export function flashOf(message: string): NewCookie {
  return flashCookie(Buffer.from(message.slice(0, MAX_CHARACTERS)).toString('base64url'))
}

export async function takeFlash(): Promise<string | null> {
  return readFlash((await headers()).get(FLASH_HEADER))
}

export function readFlash(value: string | null): string | null {
  if (!value || !/^[A-Za-z0-9_-]{1,1600}$/.test(value)) return null
  return Buffer.from(value, 'base64url').toString().slice(0, MAX_CHARACTERS)
}
