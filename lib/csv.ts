/** A cell that a spreadsheet would take for a formula (OWASP, CSV injection; ASVS 5.0, 1.2.10). */
const FORMULA = /^[=+\-@\t\r]/

/** One line of RFC 4180, with its CRLF. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = value.replace(/[\0\p{Cs}]/gu, '')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
