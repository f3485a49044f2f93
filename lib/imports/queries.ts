import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { imports } from '@/db/schema'

/** The operator's own import of a board, which belongs to no company; null when there is none. */
export async function findImport(adapter: string, board: string): Promise<number | null> {
  const [row] = await db()
    .select({ sourceId: imports.sourceId })
    .from(imports)
    .where(and(eq(imports.adapter, adapter), eq(imports.board, board), isNull(imports.companyId)))
  return row?.sourceId ?? null
}
