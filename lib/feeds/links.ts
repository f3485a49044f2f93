import { env } from '@/lib/env'

/** An absolute address on this board. */
export function atAddress(path: string, query = ''): string {
  const url = new URL(path, env().BASE_URL)
  url.search = query
  return url.href
}
