import { dayText } from '@/components/format'

const DAY_MS = 86_400_000

/** "today", "2 d", "5 w", "14 mo", "3 y": short, because it is compared down a column. */
export function ageText(iso: string, asOf: string): string {
  const days = Math.max(0, Math.floor((Date.parse(asOf) - Date.parse(iso)) / DAY_MS))
  if (days === 0) return 'today'
  if (days < 14) return `${days} d`
  if (days < 70) return `${Math.floor(days / 7)} w`
  if (days < 730) return `${Math.floor(days / 30.44)} mo`
  return `${Math.floor(days / 365.25)} y`
}

export function Age({ iso, asOf, locale }: { iso: string; asOf: string; locale: string }) {
  return (
    <time dateTime={iso} title={dayText(iso, locale)} className="whitespace-nowrap">
      {ageText(iso, asOf)}
    </time>
  )
}
