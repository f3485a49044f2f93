import { eq } from 'drizzle-orm'
import { cache } from 'react'
import { db } from '@/db/client'
import { settings } from '@/db/schema'

/** Days by which every date of the sample was moved, so that its newest job is of yesterday; null before it is loaded. */
export const demoOffsetDays = cache(async (): Promise<number | null> => {
  const [row] = await db()
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, 'demo.offset_days'))
  return typeof row?.value === 'number' ? row.value : null
})
