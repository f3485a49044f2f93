import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CaughtMailRow } from '@/lib/mail/queries'

export function CaughtMailList({ mails, locale }: { mails: CaughtMailRow[]; locale: string }) {
  if (mails.length === 0) {
    return (
      <EmptyState title="No mail yet" step={<ButtonLink href="/demo">Try it as somebody</ButtonLink>}>
        Sign-in links and alerts will be here, seconds after they were sent.
      </EmptyState>
    )
  }
  return (
    <ul className="border-t border-line">
      {mails.map((mail) => (
        <li
          key={mail.id}
          className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <a href={`/demo/mail/${mail.id}`} className="min-w-0 text-16 font-semibold">
            {mail.subject}
          </a>
          <MailTime iso={mail.receivedAt} locale={locale} />
          <p className="min-w-0 text-14 text-ink-2">To {mail.to}</p>
        </li>
      ))}
    </ul>
  )
}

export function MailTime({ iso, locale }: { iso: string; locale: string }) {
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return (
    <time dateTime={iso} className="tabular text-14 text-ink-2">
      {words.format(new Date(iso))} UTC
    </time>
  )
}
