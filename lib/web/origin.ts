import { Refusal } from './refusal'

/**
 * A write must come from this site. `Origin` has to be ours; `null` never is. A browser that leaves it out says
 * `Sec-Fetch-Site`, which has to be `same-origin` or `none`. Without both it is no browser of today: let through only as
 * JSON without any cookie, since there is nothing of somebody else's that such a request could use.
 */
export function requireOwnOrigin(headers: Headers, ownOrigin: string): void {
  const origin = headers.get('origin')
  if (origin !== null) {
    if (origin !== ownOrigin) throw foreign()
    return
  }
  const site = headers.get('sec-fetch-site')
  if (site !== null) {
    if (site !== 'same-origin' && site !== 'none') throw foreign()
    return
  }
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '')
  if (!isJson || headers.has('cookie')) throw foreign()
}

function foreign(): Refusal {
  return new Refusal(403, 'This request did not come from this site.')
}
