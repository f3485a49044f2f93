import { networkOf } from './client-address'
import { type Limit, takePoints } from './rate-limit'

type What = 'ask' | 'code' | 'link'

/** RELIABILITY.md §5: by network and by address, each on its own, never by the pair. */
export function networkLimit(what: What, client: string): Limit {
  return { bucket: `sign-in:${what}:network`, key: networkOf(client), points: 25, seconds: 300 }
}

export function addressLimit(what: What, email: string): Limit {
  return { bucket: `sign-in:${what}:address`, key: email, points: 25, seconds: 3600 }
}

/** People who sign in for the first time; counted when the address is proven, since counting earlier would tell who is known here. */
export async function countFirstSignIn(client: string): Promise<void> {
  await takePoints([{ bucket: 'sign-in:first:network', key: networkOf(client), points: 5, seconds: 1800 }])
}
