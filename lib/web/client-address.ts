import { BlockList, isIP, isIPv4 } from 'node:net'

/** Reads TRUSTED_PROXIES: addresses and CIDR ranges, separated by commas. Throws on what is neither. */
export function parseProxies(list: string): BlockList {
  const proxies = new BlockList()
  for (const entry of list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address)
    if (family === 0) throw new Error(`TRUSTED_PROXIES holds something that is no address: ${entry}`)
    const kind = family === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) proxies.addAddress(address, kind)
    else proxies.addSubnet(address, Number(bits), kind)
  }
  return proxies
}

export function isTrusted(address: string, proxies: BlockList): boolean {
  return isIP(address) !== 0 && proxies.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/**
 * The address that a request came from. Each trusted proxy appends whom it spoke with to X-Forwarded-For, so the list is read
 * from its end for as long as the speaker is trusted; what stands before that is the sender's own claim.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: BlockList): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()))
  let client = plainAddress(peer)
  while (isTrusted(client, proxies)) {
    const before = hops.pop()
    if (!before || isIP(before) === 0) break
    client = before
  }
  return client
}

/** An IPv4 address in its IPv6 clothing is that IPv4 address. */
function plainAddress(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)
  return mapped?.[1] ?? address
}

/** What a limit counts by: an IPv4 address, or the /64 that one IPv6 subscriber has. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? []
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Math.max(0, 8 - front.length - back.length) : 0
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
