import { BlockList, isIP } from 'node:net'

/** What is not a site of the public internet (IANA special-purpose registries, RFC 6890), and Azure's inner address. */
const closedIPv4 = subnets('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
])

/** All that is given out. Outside lie ::, ::1, NAT64, SIIT, fc00::/7, fe80::/10, fec0::/10, ff00::/8 and 100::/64. */
const globalIPv6 = subnets('ipv6', ['2000::/3'])

/** Teredo and its neighbours, documentation, 6to4: 6to4 and Teredo carry an IPv4 address that may be a private one. */
const closedIPv6 = subnets('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'])

/** Takes an address as a resolver writes it; anything else is not public. A mapped IPv4 address is judged as the IPv4 one. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closedIPv4.check(address, 'ipv4')
  // A zone (`fe80::1%eth0`) names a link of this machine.
  if (family !== 6 || address.includes('%')) return false
  const mapped = mappedIPv4(address)
  if (mapped) return isPublicAddress(mapped)
  return globalIPv6.check(address, 'ipv6') && !closedIPv6.check(address, 'ipv6')
}

/** `::ffff:127.0.0.1`, however it is written. */
function mappedIPv4(address: string): string | null {
  // A URL writes each address in one way only: with hexadecimal groups, the longest run of zeros left out.
  const match = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/.exec(new URL(`http://[${address}]`).hostname)
  if (!match) return null
  const [high, low] = [Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? '', 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

/** One list per family: a list of both would hold every IPv4 address to be inside `::/96` or `::ffff:0:0/96`. */
function subnets(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [start = '', bits] = range.split('/')
    list.addSubnet(start, Number(bits), family)
  }
  return list
}
