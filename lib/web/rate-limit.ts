import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '@/db/client'
import { Refusal } from './refusal'

/** `key` is whom the bucket belongs to: a network or an address, never both at once. */
export type Limit = { bucket: string; key: string; points: number; seconds: number }

const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>()

/** Takes one point from each bucket; throws 429 with Retry-After when one is empty. Counted in the database, for all processes. */
export async function takePoints(limits: Limit[]): Promise<void> {
  for (const limit of limits) {
    try {
      await limiterOf(limit).consume(hashed(limit.key))
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext)
      throw error
    }
  }
}

function limiterOf({ bucket, points, seconds }: Limit): RateLimiterPostgres {
  const storeClient = pool()
  const known = limiters.get(storeClient) ?? new Map<string, RateLimiterPostgres>()
  limiters.set(storeClient, known)
  const found = known.get(bucket)
  if (found) return found
  const made = new RateLimiterPostgres({
    storeClient,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: bucket,
    points,
    duration: seconds,
  })
  known.set(bucket, made)
  return made
}

/** An address of a person does not stand in the table. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22)
}

function tooMany(waitMs: number): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  const wait =
    retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`
  return new Refusal(429, `Too many tries. Wait ${wait} and try again.`, { retryAfterSeconds })
}
