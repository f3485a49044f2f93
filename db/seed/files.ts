import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/** Scripts run from the project's root, bundled or not. */
export const seedFolder = path.join(process.cwd(), 'db', 'seed')
export const taxonomyFolder = path.join(process.cwd(), 'content', 'taxonomy')

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

export function readGzip(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8')
}

/** The same bytes for the same text on every system: no time, and "unknown" as the operating system (RFC 1952). */
export function gzipped(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 })
  bytes.fill(0, 4, 8)
  bytes[9] = 255
  return bytes
}
