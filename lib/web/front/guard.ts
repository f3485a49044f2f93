/** What the front knows of a request; header names in lower case, as node gives them. */
export type Asked = {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  isDev: boolean
}

export type Refused = { status: number; detail: string; allow?: string }

/** RELIABILITY.md §5. */
export const MAX_URL_BYTES = 8192
/** Above every limit of a route; a larger body is not even looked at. */
const MAX_ANNOUNCED_BYTES = 12_000_000
const READING = ['GET', 'HEAD']
const WRITING = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Why a request is not handed on, or null. The framework answers each of these with 500, 200, or a long wait. */
export function refusalOfRequest({ method, url, headers, isDev }: Asked): Refused | null {
  if (url.length > MAX_URL_BYTES) return { status: 414, detail: 'This address is too long.' }
  const path = pathOf(url)
  if (path === null) return { status: 400, detail: 'This address is malformed.' }
  const allowed = allowedMethods(path, isDev)
  if (!allowed.includes(method)) {
    return { status: 405, detail: 'This cannot be done at this address.', allow: allowed.join(', ') }
  }
  if (headers.host === undefined) return { status: 400, detail: 'This request names no host.' }
  if (headers['next-action'] !== undefined) return { status: 404, detail: 'This is not here.' }
  if (path.startsWith('/_next/image')) return { status: 404, detail: 'This is not here.' }
  if (!isRouterState(headers['next-router-state-tree']))
    return { status: 400, detail: 'A header is malformed.' }
  if (Number(headers['content-length'] ?? 0) > MAX_ANNOUNCED_BYTES) {
    return { status: 413, detail: 'This is too large to be sent here.' }
  }
  return null
}

/** Pages are read; only what stands under /api is written to. */
function allowedMethods(path: string, isDev: boolean): string[] {
  const isWritten = path.startsWith('/api/') || (isDev && path.startsWith('/__nextjs'))
  return isWritten ? [...READING, ...WRITING] : READING
}

/** The decoded path, or null where it cannot be decoded, names another host, or hides a control character. */
function pathOf(url: string): string | null {
  const raw = url.split(/[?#]/, 1)[0] ?? ''
  if (!raw.startsWith('/') || /^\/[/\\]/.test(raw)) return null
  try {
    const path = decodeURIComponent(raw)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
    return /[\u0000-\u001f\u007f\\]/.test(path) ? null : path
  } catch {
    return null
  }
}

/** Next answers 500 where this header of its own router is no JSON list. */
function isRouterState(header: string | string[] | undefined): boolean {
  if (header === undefined) return true
  try {
    return Array.isArray(JSON.parse(decodeURIComponent(String(header))))
  } catch {
    return false
  }
}

/** Headers that tell Next, or us, something only our own front may say. */
export function isInnerHeader(name: string): boolean {
  return (
    name.startsWith('x-forwarded-') ||
    name.startsWith('x-middleware-') ||
    name.startsWith('x-nextjs-') ||
    name.startsWith('x-waypost-') ||
    name.startsWith('x-invoke-') ||
    name.startsWith('x-now-') ||
    inner.has(name)
  )
}

const inner = new Set([
  'forwarded',
  'x-real-ip',
  'x-nonce',
  'x-request-id',
  'x-matched-path',
  'x-original-url',
  'x-rewrite-url',
  'x-http-method-override',
  'next-resume',
  'content-security-policy',
])
