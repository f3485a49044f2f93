/** A mailed link and its code live this long (ASVS 6.5.5). */
export const PROOF_MINUTES = 10
/** Wrong codes that one mail bears; its link still works then. */
export const CODE_TRIES = 5
/**
 * Mails a day to an address that never signed in: what a stranger can make us send (RELIABILITY.md D20). Not one: a person whose
 * first mail went to spam, or who mistook the browser, would be shut out until tomorrow.
 */
export const MAILS_TO_STRANGERS_A_DAY = 3

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * The one form in which an address is kept: ASCII, lower case, no quotes, no comments, exactly one `@`. Null for anything else;
 * a quoted local part or a look-alike of `@` has sent sign-in mail to strangers (GHSA-5jpx-9hw9-2fx4, GHSA-7rqj-j65f-68wh).
 */
export function plainEmail(typed: string): string | null {
  const email = typed.trim()
  if (email.length > 254 || !/^[\x21-\x7e]+$/.test(email)) return null
  const [local = '', domain = '', ...rest] = email.toLowerCase().split('@')
  if (rest.length > 0 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return null
  return `${local}@${domain}`
}

const ANY_ORIGIN = 'http://next.invalid'

/** Where to go after signing in: a path of this site, else `/`. */
export function safeNext(next: string | string[] | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop control characters from addresses.
  if (typeof next !== 'string' || next.length > 2000 || /[\u0000-\u0020\u007f\\]/.test(next)) return '/'
  if (!next.startsWith('/') || !URL.canParse(next, ANY_ORIGIN)) return '/'
  const url = new URL(next, ANY_ORIGIN)
  const path = `${url.pathname}${url.search}${url.hash}`
  // Dot segments may leave two slashes at the start, which name another host.
  return url.origin === ANY_ORIGIN && !path.startsWith('//') && !path.startsWith('/api/') ? path : '/'
}

/** A code as people type it: with spaces, or a hyphen in the middle. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s-]/g, '')
}
