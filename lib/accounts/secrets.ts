import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

const TOKEN_FORM = /^[A-Za-z0-9_-]{43}$/

/** 256 random bits as 43 characters: a session, a mailed link, or the browser that asked for one. */
export function freshToken(): string {
  return randomBytes(32).toString('base64url')
}

export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN_FORM.test(text)
}

/** A token has 256 bits of its own, so a plain hash is enough: a read of the table signs nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function freshCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** A code has only a million values, so its hash needs a secret that is not in the database. */
export function hashCode(secret: string, tokenHash: string, code: string): string {
  return createHmac('sha256', secret).update(`${tokenHash} ${code}`).digest('hex')
}

export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
