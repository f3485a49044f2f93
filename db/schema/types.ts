import { customType, timestamp } from 'drizzle-orm/pg-core'

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const tsquery = customType<{ data: string }>({ dataType: () => 'tsquery' })

/** Every time is `timestamptz`, in UTC; defaults come from the database's clock. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })
