// Making a formatter costs more than using it a hundred times: one is kept for each locale.

const numbers = new Map<string, Intl.NumberFormat>()
const days = new Map<string, Intl.DateTimeFormat>()

export function numberText(value: number, locale: string): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale)
  numbers.set(locale, known)
  return known.format(value)
}

/** A day in UTC, so that server and browser agree. */
export function dayText(iso: string, locale: string): string {
  const known = days.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  days.set(locale, known)
  return known.format(new Date(iso))
}
