import type { IncomingMessage, ServerResponse } from 'node:http'

/** Pages whose reader needs none of the board's scripts before reaching for something live (docs/decisions/0016). */
export function isReading({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'GET' && /^\/(?:guides|glossary)(?:[/?]|$)/.test(url)
}

/**
 * Next writes 170 kB of scripts into every page and has no switch for it. In a page that is read they are named but not fetched, until
 * `public/reading.js` gives them their address.
 */
export function withScriptsLater(html: string): string {
  return html
    .replace(/<link rel="preload" as="script"[^>]*>/g, '')
    .replace(/<script src="(\/_next\/static\/[^"]*)"(?![^>]*noModule)/g, '<script data-later="$1"')
}

/** Keeps what Next answers until it is whole, and sends it with its scripts for later. */
export function holdPage(response: ServerResponse): void {
  const parts: Buffer[] = []
  const keep = (part: unknown) => {
    if (typeof part === 'string' || part instanceof Uint8Array) parts.push(Buffer.from(part))
  }
  const end = response.end.bind(response)
  response.flushHeaders = () => {}
  response.write = (part: unknown) => {
    keep(part)
    return true
  }
  response.end = (part?: unknown) => {
    keep(part)
    const whole = Buffer.concat(parts)
    const isPage = String(response.getHeader('content-type')).startsWith('text/html')
    return end(isPage ? withScriptsLater(whole.toString()) : whole)
  }
}
