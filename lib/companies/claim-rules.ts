/** Hosts where many companies' jobs stand: that one of them holds a job tells nothing about whose domain it is. */
const shared =
  /(^|\.)(greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|recruitee\.com|smartrecruiters\.com|personio\.(de|com)|teamtailor\.com|myworkdayjobs\.com|myworkdaysite\.com|icims\.com|bamboohr\.com|jobvite\.com|breezy\.hr|weworkremotely\.com|remotive\.com|himalayas\.app|indeed\.com|linkedin\.com|google\.com|notion\.site|github\.io)$/

/** Where anybody gets an address: holding one proves nothing about a company. */
const anybodys =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|proton|protonmail|pm|zoho|mail|yandex|qq|163|126)\.[a-z.]+$/

/** A domain as it is compared: lower case, without `www.`, of a web or mail address too; null when it is none. */
export function domainOf(typed: string): string | null {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[/?#:].*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  if (bare.length > 253 || !URL.canParse(`https://${bare}`)) return null
  const { hostname } = new URL(`https://${bare}`)
  const isDomain = /^(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(
    hostname,
  )
  return isDomain && !/\.(local|internal|localhost|test|example|invalid)$/.test(hostname) ? hostname : null
}

/** Whether holding this domain can say anything about a company. */
export function isCompanyDomain(domain: string): boolean {
  return !shared.test(domain) && !anybodys.test(domain)
}

/** Whether a company that is known by these hosts is the one of the domain: a host is the domain itself or lies below it. */
export function speaksFor(domain: string, hosts: readonly string[]): boolean {
  return hosts
    .map((host) => host.toLowerCase().replace(/^www\./, ''))
    .filter((host) => !shared.test(host))
    .some((host) => host === domain || host.endsWith(`.${domain}`))
}

/** Where the file must stand that proves a domain, and what it must hold. */
export function proofAddress(domain: string): string {
  return `https://${domain}/.well-known/waypost-claim.txt`
}

/** The DNS record that proves it as well. */
export function proofRecord(token: string): string {
  return `waypost-claim=${token}`
}
