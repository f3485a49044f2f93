import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { PersonKind } from '@/db/values'
import { getViewer } from '@/lib/accounts/queries'
import type { SignedIn, Viewer } from '@/lib/accounts/viewer'
import { cookieName } from './cookies'

/** Who looks at the page that is being rendered; asked once per request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  return getViewer((await cookies()).get(cookieName('session'))?.value)
})

/** For pages that need somebody: sends a visitor to sign in, and back to `next` afterwards. */
export async function requireViewer(next: string): Promise<SignedIn> {
  const viewer = await currentViewer()
  return viewer ?? redirect(`/sign-in?next=${encodeURIComponent(next)}`)
}

/** For the operator's pages: to everybody else they do not exist. */
export function requireModerator(next: string): Promise<SignedIn> {
  return requireKind(['moderator', 'admin'], next)
}

export function requireAdmin(next: string): Promise<SignedIn> {
  return requireKind(['admin'], next)
}

async function requireKind(kinds: readonly PersonKind[], next: string): Promise<SignedIn> {
  const viewer = await requireViewer(next)
  return kinds.includes(viewer.kind) ? viewer : notFound()
}

/** The nonce that `proxy.ts` gave this page, for a script of our own. */
export async function pageNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined
}
