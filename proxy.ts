import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from '@/lib/env'
import { cookieName, flashCookie, printCookie } from '@/lib/web/cookies'
import { pagePolicy } from '@/lib/web/headers'
import { FLASH_HEADER, NONCE_HEADER } from '@/lib/web/inner-headers'
import { oauthOrigins } from '@/lib/web/oauth-services'

/** Gives each page its nonce and policy, and the message of the write that led to it. Never the authorisation boundary. */
export function proxy(request: NextRequest): NextResponse {
  const { WAYPOST_DEV, BASE_URL } = env()
  const nonce = randomBytes(16).toString('base64url')
  const policy = pagePolicy({
    nonce,
    isDev: WAYPOST_DEV === '1',
    isHttps: BASE_URL.startsWith('https:'),
    formOrigins: oauthOrigins(),
  })
  const headers = new Headers(request.headers)
  headers.set(NONCE_HEADER, nonce)
  // Next takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  const flash = isNavigation(request) ? request.cookies.get(cookieName('flash'))?.value : undefined
  if (flash) headers.set(FLASH_HEADER, flash)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (flash) response.headers.append('set-cookie', printCookie({ ...flashCookie(''), maxAgeSeconds: 0 }))
  return response
}

/** A prefetch must not use up the message that the person has not seen. */
function isNavigation(request: NextRequest): boolean {
  const destination = request.headers.get('sec-fetch-dest') ?? 'document'
  return request.method === 'GET' && destination === 'document' && !request.headers.has('rsc')
}

export const config = {
  // Not /api: a matched route has its body cut at 10 MB.
  matcher: ['/((?!api/|_next/static/|icon.svg|favicon.ico|reading.js|jobs\\.(?:rss|json|csv)).*)'],
}
