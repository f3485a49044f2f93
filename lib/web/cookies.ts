import { env } from '@/lib/env'

/** Longer than any session: the row of the session decides when it ends. Browsers keep no cookie longer. */
const SESSION_COOKIE_SECONDS = 400 * 86_400
const FLOW_COOKIE_SECONDS = 3600
const FLASH_COOKIE_SECONDS = 300

export type NewCookie = { name: string; value: string; maxAgeSeconds: number }

/** On https every cookie carries the prefix that binds it to this host, so that no other host of the domain can plant one. */
export function cookieName(kind: 'session' | 'flow' | 'flash'): string {
  return `${isHttps() ? '__Host-' : ''}waypost-${kind}`
}

export function sessionCookie(token: string): NewCookie {
  return { name: cookieName('session'), value: token, maxAgeSeconds: SESSION_COOKIE_SECONDS }
}

export function endedSessionCookie(): NewCookie {
  return { name: cookieName('session'), value: '', maxAgeSeconds: 0 }
}

/** Marks the browser that asked for a sign-in mail: its code works only there. */
export function flowCookie(token: string): NewCookie {
  return { name: cookieName('flow'), value: token, maxAgeSeconds: FLOW_COOKIE_SECONDS }
}

export function flashCookie(value: string): NewCookie {
  return { name: cookieName('flash'), value, maxAgeSeconds: FLASH_COOKIE_SECONDS }
}

export function printCookie({ name, value, maxAgeSeconds }: NewCookie): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`
}

/** The values of a Cookie header. A name given twice keeps its first value; what is malformed is left out. */
export function parseCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const cut = part.indexOf('=')
    const name = part.slice(0, cut).trim()
    if (cut > 0 && !cookies.has(name)) cookies.set(name, part.slice(cut + 1).trim())
  }
  return cookies
}

function isHttps(): boolean {
  return env().BASE_URL.startsWith('https:')
}
