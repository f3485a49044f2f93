import { applyAddress } from '@/lib/jobs/apply-url'

/**
 * The board that a person names: a bare word as a source uses it, or the address of a page of it. The patterns read host and path
 * without `https://` and `www.`; each has the board as its first group.
 */
export function boardIn(typed: string, patterns: readonly RegExp[]): string | null {
  const words = typed.trim()
  if (/^[\w.-]{1,100}$/.test(words) && !/\.(com|io|co|org|net|jobs|de)$/i.test(words)) return words
  return boardAt(words, patterns)
}

/** The board of an address alone, for sources whose addresses are the only names of their boards. */
export function boardAt(typed: string, patterns: readonly RegExp[]): string | null {
  const bare = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
  for (const pattern of patterns) {
    const board = pattern.exec(bare)?.[1]
    if (board) return decoded(board)
  }
  return null
}

function decoded(segment: string): string | null {
  try {
    const board = decodeURIComponent(segment)
    return /^[^/\\?#\p{Cc}]{1,100}$/u.test(board) && !/^\.+$/.test(board) ? board : null
  } catch {
    return null
  }
}

/** A board that is a name in front of a domain of its source: `acme` of `acme.recruitee.com`. */
export function subdomainIn(typed: string, domains: readonly string[]): string | null {
  const words = typed.trim().toLowerCase()
  if (isLabel(words)) return words
  const host = /^(?:https?:\/\/)?([a-z0-9.-]+)(?:[/?#]|$)/.exec(words)?.[1] ?? ''
  const domain = domains.find((one) => host.endsWith(`.${one}`))
  const label = domain ? host.slice(0, -domain.length - 1) : ''
  return isLabel(label) && label !== 'www' && label !== 'api' ? label : null
}

function isLabel(word: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(word)
}

/** A source that is named by its own address: one spelling of it, https only. */
export function feedAddress(typed: string): string | null {
  const address = applyAddress(typed.trim())
  if (!('href' in address)) return null
  const url = new URL(address.href)
  if (url.protocol !== 'https:') return null
  url.hash = ''
  return url.href
}
