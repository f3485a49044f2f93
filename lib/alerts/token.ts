import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/env'

const ID_BYTES = 16
const MAC_BYTES = 16

/** What a one-click link carries: the saved search and a seal of ours. It names no person and opens nothing else. */
export function unsubscribeToken(savedSearchId: string): string {
  const id = Buffer.from(savedSearchId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, seal(id)]).toString('base64url')
}

/** The saved search of a token that this board made; null for any other text. */
export function savedSearchOf(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, ID_BYTES)
  // The last letter has two spare bits: only the spelling of our own is taken.
  if (bytes.toString('base64url') !== token || !timingSafeEqual(bytes.subarray(ID_BYTES), seal(id)))
    return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function seal(id: Buffer): Buffer {
  return createHmac('sha256', env().WAYPOST_SECRET)
    .update('unsubscribe:')
    .update(id)
    .digest()
    .subarray(0, MAC_BYTES)
}
