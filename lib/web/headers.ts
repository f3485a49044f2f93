/** On every answer, errors included (RELIABILITY.md B93). A page's own policy replaces the one for what is no page. */
export function securityHeaders(baseUrl: string): Record<string, string> {
  const isHttps = baseUrl.startsWith('https:')
  return {
    'content-security-policy': `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    // A browser heeds it on https only; sent over http it would be noise.
    ...(isHttps ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

type Page = { nonce: string; isDev: boolean; isHttps: boolean; formOrigins: readonly string[] }

/**
 * The policy of a page: only scripts that carry its nonce run. `formOrigins` are the sign-in services, since a form whose answer
 * redirects elsewhere is checked against every step. The development server needs eval, and styles without a nonce.
 */
export function pagePolicy({ nonce, isDev, isHttps, formOrigins }: Page): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? ` 'unsafe-eval'` : ''}`,
    isDev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action ${["'self'", ...formOrigins].join(' ')}`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
