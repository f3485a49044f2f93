// Making a formatter costs more than using it a hundred times: one is kept for each locale, currency and form.

const formats = new Map<string, Intl.NumberFormat>()

/** "$128,000", "CA$95,000": a currency is written so that it cannot be taken for another. */
export function moneyText(amount: number, currency: string, locale: string): string {
  return formatOf(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)
}

/** For an axis: "$128K". */
export function shortMoneyText(amount: number, currency: string, locale: string): string {
  const form = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const
  return formatOf(locale, { ...form, minimumFractionDigits: 0 }).format(amount)
}

/** "US Dollar (USD)". */
export function currencyName(currency: string, locale: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' }).of(currency)
  return name && name !== currency ? `${name} (${currency})` : currency
}

/** From 0 to 1; below one in a hundred with a decimal, so that what is there is not called nothing. */
export function shareText(share: number, locale: string): string {
  const maximumFractionDigits = share > 0 && share < 0.01 ? 1 : 0
  return formatOf(locale, { style: 'percent', maximumFractionDigits }).format(share)
}

function formatOf(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, known)
  return known
}
