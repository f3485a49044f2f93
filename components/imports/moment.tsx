const formats = new Map<string, Intl.DateTimeFormat>()

/** Day and time in UTC: two runs of one day are told apart. */
export function Moment({ iso, locale }: { iso: string; locale: string }) {
  const known =
    formats.get(locale) ??
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  formats.set(locale, known)
  return (
    <time dateTime={iso} className="tabular">
      {known.format(new Date(iso))} UTC
    </time>
  )
}
