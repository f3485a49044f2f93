import { isIP } from 'node:net'
import { env } from '@/lib/env'
import { isPublicAddress } from './address'
import { Stopped } from './stopped'

const MAX_URL_LENGTH = 2000

export type Target = {
  url: URL
  /** On the operator's list: its scheme, port and address are not looked at. */
  isExempt: boolean
}

/** The operator's list, `host:port` each, such as `localhost:4010` or `[::1]:4010`. */
export function exemptHosts(): readonly string[] {
  return env()
    .IMPORT_ALLOW_HOSTS.split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
}

/** Whether a URL may be asked, as far as its text says; where its name leads is `resolvePublic`'s to see. Throws `Stopped`. */
export function checkUrl(address: string, allowed: readonly string[], base?: URL): Target {
  if (address.length > MAX_URL_LENGTH || !URL.canParse(address, base)) throw new Stopped('address')
  const url = new URL(address, base)
  // A name and the same name with the root's dot are one site; certificates know the first.
  url.hostname = url.hostname.replace(/\.$/, '')
  url.hash = ''
  const isExempt = allowed.includes(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`)
  if (!isWeb(url) || isDowngrade(url, base)) throw new Stopped('address')
  if (!isExempt && !isPublicSite(url)) throw new Stopped('address')
  return { url, isExempt }
}

function isWeb(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
}

function isDowngrade(url: URL, base: URL | undefined): boolean {
  return base?.protocol === 'https:' && url.protocol === 'http:'
}

/** Odd spellings of an IPv4 address (`127.1`, `0x7f.1`, `2130706433`) have become plain ones in a URL. */
function isPublicSite(url: URL): boolean {
  if (url.protocol !== 'https:' || url.port !== '') return false
  const host = bareHost(url)
  if (isIP(host) !== 0) return isPublicAddress(host)
  return /[^.]\.[^.]+$/.test(host) && !/\.(local|localhost|internal)$/.test(host)
}

/** An IPv6 address stands in brackets in a URL alone. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}
