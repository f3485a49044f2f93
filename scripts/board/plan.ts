import { CannotStart } from '@/db/embedded'
import { isLoopback } from '@/lib/env'

type Given = Record<string, string | undefined>

/** What the environment asks for, checked before anything starts. */
export type Plan = {
  /** Null: the embedded PostgreSQL. */
  database: { url: string; ownerUrl: string } | null
  host: string
  port: number
  /** Null: http://localhost:PORT, whichever port that will be. */
  baseUrl: string | null
  /** Null: made once and kept in the data folder. */
  secret: string | null
  /** Everything about it is on this machine, so demo mode is allowed. */
  isLocal: boolean
}

const DEFAULT_PORT = 3000
const SECRET_FLOOR = 32
const DISTINCT_FLOOR = 10

export function planOf(given: Given): Plan {
  const host = given.HOST || 'localhost'
  const baseUrl = given.BASE_URL ? checkedBaseUrl(given.BASE_URL) : null
  const database = databaseIn(given)
  const isLocal =
    isLoopback(`http://${host.includes(':') ? `[${host}]` : host}`) && (!baseUrl || isLoopback(baseUrl))
  if (database && given.WAYPOST_DEMO === '1') {
    throw new CannotStart(
      'Demo mode exists only on the embedded database: leave out WAYPOST_DEMO or DATABASE_URL.',
    )
  }
  return {
    database,
    host,
    port: checkedPort(given.PORT),
    baseUrl,
    secret: checkedSecret(given.WAYPOST_SECRET, database !== null),
    isLocal,
  }
}

/** The database that the environment names; null means the embedded one. */
export function databaseIn({ DATABASE_URL, DATABASE_OWNER_URL }: Given): Plan['database'] {
  if (!DATABASE_URL) return null
  const url = checkedDatabaseUrl('DATABASE_URL', DATABASE_URL)
  const owner = DATABASE_OWNER_URL && checkedDatabaseUrl('DATABASE_OWNER_URL', DATABASE_OWNER_URL)
  return { url, ownerUrl: owner || url }
}

export function refuseDemoAbroad(plan: Plan): void {
  if (plan.isLocal) return
  const place =
    plan.baseUrl && !isLoopback(plan.baseUrl) ? `BASE_URL is ${plan.baseUrl}` : `HOST is ${plan.host}`
  throw new CannotStart(
    `Demo mode has one-click sign-in and runs on this machine only, but ${place}: run "npm run demo:remove" first, or set DATABASE_URL.`,
  )
}

function checkedPort(given: string | undefined): number {
  if (!given) return DEFAULT_PORT
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CannotStart(`PORT is "${given}": it must be a number from 1 to 65535.`)
  }
  return port
}

function checkedBaseUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new CannotStart(`BASE_URL is "${given}": it must be like https://jobs.example.org, without a path.`)
  }
  return url.origin
}

function checkedDatabaseUrl(name: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new CannotStart(
      `${name} is not a PostgreSQL address: it must be like postgres://user:password@host:5432/database.`,
    )
  }
  return given
}

function checkedSecret(given: string | undefined, isRequired: boolean): string | null {
  if (!given && !isRequired) return null
  const advice = 'make one with: node -p "crypto.randomBytes(32).toString(\'base64url\')"'
  if (!given)
    throw new CannotStart(`WAYPOST_SECRET is missing, which DATABASE_URL needs beside it: ${advice}`)
  if (isWeakSecret(given)) {
    throw new CannotStart(
      `WAYPOST_SECRET is too short or easy to guess (at least ${SECRET_FLOOR} random characters): ${advice}`,
    )
  }
  return given
}

export function isWeakSecret(secret: string): boolean {
  if (secret.length < SECRET_FLOOR || new Set(secret).size < DISTINCT_FLOOR) return true
  if (/change.?me|replace|example|placeholder|password|your.?secret|secret.?here/i.test(secret)) return true
  return hasLongRun(secret)
}

/** Typed along the alphabet or the digits, or one block over and over. */
function hasLongRun(secret: string): boolean {
  const codes = [...secret].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) === 1).length
  const block = `${secret}${secret}`.indexOf(secret, 1)
  return steps > secret.length / 2 || block <= secret.length / 2
}
