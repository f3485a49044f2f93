/**
 * A date or time as sources write them (ISO 8601, RFC 822, "2026-08-05 09:41:37 UTC"); null where there is none. A time without a zone
 * is read in UTC, wherever the server stands.
 */
export function dateOf(stated: string | null | undefined): Date | null {
  const iso = (stated ?? '')
    .trim()
    .replace(/^(\d\d?)\.(\d\d?)\.(\d{4})$/, (_all, day, month, year) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    )
    .replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d(?:\.\d+)?)?)/, '$1T$2')
    .replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: ?UTC)?$/, '$1Z')
  // `Date.parse` takes "8 days ago" for a day of 2001, and 1/2/2026 for January: neither is a date that is stated.
  if (/^\d{4}-\d\d/.test(iso)) return timeOf(Date.parse(iso))
  if (!monthAndYear.test(iso)) return null
  return timeOf(Date.parse(/(?:^|[^+\d-])\d+$/.test(iso) ? `${iso} UTC` : iso))
}

const monthAndYear = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W+(?:\d\d?\W+)?\d{4}\b/i

/** A date until which something holds: without a time, the end of that day in UTC. */
export function endOf(stated: string | null | undefined): Date | null {
  const date = dateOf(stated)
  if (!date || !/^\s*(?:\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.\d{4})\s*$/.test(stated ?? '')) return date
  return new Date(date.getTime() + 24 * 60 * 60 * 1000 - 1000)
}

/** Seconds or milliseconds since 1970: no job was published before 2001, where the two meet. */
export function timeOf(value: number | null | undefined): Date | null {
  if (value == null || !Number.isFinite(value)) return null
  const date = new Date(value < 1e11 ? value * 1000 : value)
  const year = date.getUTCFullYear()
  return year >= 2000 && year < 2100 ? date : null
}
