import { headers } from 'next/headers'
import { readFlash } from './flash-cookie'
import { FLASH_HEADER } from './inner-headers'

/** The message of the write that led to this page, or null. */
export async function takeFlash(): Promise<string | null> {
  return readFlash((await headers()).get(FLASH_HEADER))
}
