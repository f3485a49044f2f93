/** Hosts where many companies' jobs stand: that one of them holds a job tells nothing about whose domain it is. */
const shared =
  /(^|\.)(greenhouse\.io|lever\.co|ashbyhq\.com|workable\.com|recruitee\.com|smartrecruiters\.com|personio\.(de|com)|teamtailor\.com|myworkdayjobs\.com|myworkdaysite\.com|icims\.com|bamboohr\.com|jobvite\.com|breezy\.hr|weworkremotely\.com|remotive\.com|himalayas\.app|indeed\.com|linkedin\.com|google\.com|notion\.site|github\.io)$/

/** Where anybody gets an address: holding one proves nothing about a company. These have their name in many countries. */
const anybodysNames =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|rocketmail|icloud|aol|gmx|protonmail|tutanota|tutamail|zoho|zohomail|yandex|mailinator|yopmail)\.(com?\.)?[a-z]{2,}$/

const anybodysDomains = words(`
  mail.com email.com me.com mac.com proton.me pm.me tuta.com tuta.io fastmail.com fastmail.fm hey.com hushmail.com startmail.com
  runbox.com mailfence.com posteo.de posteo.net mailbox.org disroot.org riseup.net duck.com mozmail.com privaterelay.appleid.com
  inbox.com lycos.com excite.com juno.com netzero.net usa.com rediffmail.com
  web.de freenet.de t-online.de arcor.de email.de online.de aon.at chello.at bluewin.ch hispeed.ch
  laposte.net wanadoo.fr free.fr neuf.fr libero.it virgilio.it alice.it tin.it email.it terra.es sapo.pt
  ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl telenet.be skynet.be btinternet.com ntlworld.com blueyonder.co.uk talktalk.net
  wp.pl o2.pl op.pl onet.pl interia.pl seznam.cz email.cz centrum.cz post.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg
  mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru ya.ru ukr.net i.ua otenet.gr walla.co.il mynet.com
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net shaw.ca sympatico.ca
  bigpond.com optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br ig.com.br
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com 139.com 189.cn naver.com daum.net hanmail.net nate.com
  guerrillamail.com 10minutemail.com temp-mail.org maildrop.cc trashmail.com sharklasers.com getnada.com`)

/**
 * Mailboxes of those who run a domain (RFC 2142, https://www.rfc-editor.org/rfc/rfc2142) and of those who hire there: a university or an
 * employer gives them to none of its many people. A provider of mail may, which is what the lists above are for.
 */
const offices = words(`
  admin administrator hostmaster postmaster webmaster info office contact hello kontakt
  job jobs career careers hr people peopleops hiring recruiting recruitment recruiter recruiters talent
  bewerbung bewerbungen karriere personal personalabteilung recrutement emploi rrhh empleo lavoro vacatures rekrutacja`)

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

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
  return !shared.test(domain) && !anybodysNames.test(domain) && !anybodysDomains.has(domain)
}

/** What an address says of its holder: that they speak for the domain, that they are one of its people, or nothing. */
export function standingAt(domain: string, email: string): 'office' | 'one-of-many' | null {
  if (!email.endsWith(`@${domain}`)) return null
  return offices.has(email.slice(0, -domain.length - 1)) ? 'office' : 'one-of-many'
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
