/** A date or time as sources write them (ISO 8601, RFC 822, "2026-08-05 09:41:37 UTC"); null where there is none. */
export function dateOf(stated: string | null | undefined): Date | null {
  if (!stated?.trim()) return null
  const iso = stated.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d+)? ?UTC$/, '$1T$2Z')
  return timeOf(Date.parse(iso))
}

/** Seconds or milliseconds since 1970: no job was published before 2001, where the two meet. */
export function timeOf(value: number | null | undefined): Date | null {
  if (value == null || !Number.isFinite(value)) return null
  const date = new Date(value < 1e11 ? value * 1000 : value)
  const year = date.getUTCFullYear()
  return year >= 2000 && year < 2100 ? date : null
}
