import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './address'
import { Stopped } from './stopped'
import { bareHost, type Target } from './url'

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<string[]>

export async function resolveBySystem(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address }) => address)
}

/**
 * The addresses that a target may be connected to: all that its name has, if every one is public. A name without any is
 * refused like a private one, or the answers would tell which names the inner network knows. Throws `Stopped`.
 */
export async function resolvePublic({ url, isExempt }: Target, resolve: Resolve): Promise<string[]> {
  const host = bareHost(url)
  const addresses = isIP(host) === 0 ? await resolve(host).catch(noAddresses) : [host]
  if (addresses.length === 0) throw new Stopped('address')
  if (!isExempt && !addresses.every(isPublicAddress)) throw new Stopped('address')
  return addresses
}

function noAddresses(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') return []
  throw error
}

/** For the connection: whatever the name, the addresses that were checked, so that a second answer of DNS counts for nothing. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }))
  return (_host, options, answer) => {
    const first = all[0]
    if (options.all) answer(null, all)
    else answer(null, first?.address ?? '', first?.family)
  }
}
