import { resolveTxt } from 'node:dns/promises'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { companyClaims } from '@/db/schema'
import { type Actor, inTransaction } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { boardAgent } from '@/lib/outside/agent'
import { fetchOutside } from '@/lib/outside/fetch-outside'
import { domainOf, proofAddress, proofRecord } from './claim-rules'
import { prove } from './claims'

const system: Actor = { kind: 'system', name: 'companies.check_claim' }
const payload = z.object({ claimId: z.uuid() })

export const companyTasks = {
  'companies.check_claim': async (given: unknown) => lookAtClaim(payload.parse(given).claimId),
}

/** Where a proof is looked for; tests have their own. */
export type Look = {
  fetch: typeof fetchOutside
  records: (domain: string) => Promise<string[][]>
}
const outside: Look = { fetch: fetchOutside, records: resolveTxt }

/** Looks for the token of a claim in the file and in the DNS of its domain; either is enough. */
export async function lookAtClaim(claimId: string, look: Look = outside): Promise<void> {
  const [claim] = await db()
    .select({ domain: companyClaims.domain, token: companyClaims.token })
    .from(companyClaims)
    .where(and(eq(companyClaims.id, claimId), eq(companyClaims.state, 'open')))
  if (!claim) return
  const inFile = await tokenInFile(claim, look)
  const isProven = inFile === true || (await tokenInDns(claim, look))
  await inTransaction(system, async (tx) => {
    if (isProven) await prove(tx, system, claimId)
    else {
      const lastError = inFile === false ? `${proofAddress(claim.domain)} does not hold the code.` : inFile
      await tx
        .update(companyClaims)
        .set({
          lastError: `${lastError} No DNS record of ${claim.domain} holds it either.`,
          checkedAt: sql`now()`,
        })
        .where(and(eq(companyClaims.id, claimId), eq(companyClaims.state, 'open')))
    }
    return done()
  })
}

type Claim = { domain: string; token: string }

async function tokenInFile({ domain, token }: Claim, { fetch }: Look): Promise<true | false | string> {
  const answer = await fetch(proofAddress(domain), {
    accept: 'text/plain',
    types: /^text\//,
    from: boardAgent(),
    limits: { bodyBytes: 100_000 },
  })
  if (!answer.ok) return `${proofAddress(domain)}: ${answer.message}`
  if (answer.status !== 200) return `${proofAddress(domain)} answers with ${answer.status}.`
  // A page that sends on to another site is not this domain's word.
  if (domainOf(answer.url) !== domain) return `${proofAddress(domain)} leads to another site.`
  return answer.body.split(/\s+/).includes(token)
}

const DNS_MS = 5000

async function tokenInDns({ domain, token }: Claim, { records }: Look): Promise<boolean> {
  const given = await Promise.race([
    records(domain).catch(() => []),
    new Promise<string[][]>((resolve) => setTimeout(() => resolve([]), DNS_MS).unref()),
  ])
  return given.some((parts) => parts.join('').trim() === proofRecord(token))
}
