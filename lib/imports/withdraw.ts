import { and, eq, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { addTask } from '@/db/queue'
import { imports } from '@/db/schema'
import { inTransaction, type Tx } from '@/db/transaction'
import { done } from '@/lib/outcome'
import { closeInRounds } from './close-jobs'

// Closing the jobs of a large board takes minutes: the worker does it for whoever asked, one board after the other.

const queue = 'imports.withdraw'

export type Ending = { sourceId: number; userId: string }

export async function setOffEnding(tx: Tx, ending: Ending): Promise<void> {
  await addTask(tx, 'imports.end', ending, { key: `imports.end:${ending.sourceId}`, queue })
}

/** Withdraws the jobs of an import that is ending, and then takes it away. */
export async function endImport({ sourceId, userId }: Ending): Promise<void> {
  const person = { kind: 'person', userId } as const
  const isEnding = sql`exists (select from imports where source_id = ${sourceId} and state = 'ending')`
  await closeInRounds(person, sql`source_id = ${sourceId} and ${isEnding}`, 'withdrawn')
  await inTransaction(person, async (tx) => {
    await tx.delete(imports).where(and(eq(imports.sourceId, sourceId), eq(imports.state, 'ending')))
    return done()
  })
}

export type Withdrawal = { companyId: number; userId: string }

export async function setOffWithdrawal(tx: Tx, withdrawal: Withdrawal): Promise<void> {
  await addTask(tx, 'imports.withdraw', withdrawal, {
    key: `imports.withdraw:${withdrawal.companyId}`,
    queue,
  })
}

/** Withdraws what was imported of a company, for as long as it wants nothing imported. */
export async function withdrawImported({ companyId, userId }: Withdrawal): Promise<void> {
  const person = { kind: 'person', userId } as const
  await closeInRounds(person, unwantedOf(companyId), 'withdrawn')
}

/** Open jobs of a company that are still to be withdrawn. */
export async function countUnwanted(companyId: number, tx: Pick<Tx, 'execute'> = db()): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from jobs where state = 'published' and ${unwantedOf(companyId)}`,
  )
  return rows[0]?.n ?? 0
}

function unwantedOf(companyId: number): SQL {
  return sql`company_id = ${companyId} and source_hash is not null
    and exists (select from companies where id = ${companyId} and imports_refused_at is not null)`
}
