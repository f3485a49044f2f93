type Fault = 'absent' | 'unreadable' | 'scheme' | 'credentials' | 'host' | 'long'

export const FAULTS_OF_ADDRESS: Record<Fault, string> = {
  absent: 'Write the address of the page where people apply.',
  unreadable: 'Write the whole address, such as https://example.org/jobs/42',
  scheme: 'The address must begin with https:// or http://',
  credentials: 'Leave the name and password out of the address.',
  host: 'The address must name a public site, such as https://example.org/jobs/42',
  long: 'Use an address of at most 2,000 characters.',
}

/** The address where people apply, or why it cannot be taken (RELIABILITY.md B35). A look-alike name shows as `xn--…`. */
export function applyAddress(typed: string): { href: string; host: string } | { fault: Fault } {
  if (typed === '') return { fault: 'absent' }
  if (typed.length > 2000) return { fault: 'long' }
  if (!/^https?:/i.test(typed))
    return { fault: /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? 'scheme' : 'unreadable' }
  // A browser drops tabs and line ends and reads `\` as `/`: an address that holds them is not what it seems.
  if (!/^https?:\/\/[^/]/i.test(typed) || /[\s\\\p{Cc}]/u.test(typed) || !URL.canParse(typed))
    return { fault: 'unreadable' }
  const url = new URL(typed)
  if (url.username !== '' || url.password !== '') return { fault: 'credentials' }
  if (!/\.[a-z][a-z0-9-]*\.?$/.test(url.hostname) || /\.(local|internal)\.?$/.test(url.hostname))
    return { fault: 'host' }
  if (url.href.length > 2000) return { fault: 'long' }
  return { href: url.href, host: url.host }
}
