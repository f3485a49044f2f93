import type { CaughtMailView } from '@/lib/mail/queries'
import { readHead } from '@/lib/mail/raw'
import { MailTime } from './caught-mail-list'

/** One mail as its text part, links live; the headers as they went over SMTP; the raw source folded away. */
export function CaughtMail({ mail, locale }: { mail: CaughtMailView; locale: string }) {
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-15">
        <dt className="text-ink-2">To</dt>
        <dd>{mail.to}</dd>
        <dt className="text-ink-2">Received</dt>
        <dd>
          <MailTime iso={mail.receivedAt} locale={locale} />
        </dd>
      </dl>
      <div className="rounded border border-line px-4 py-4 text-16 leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere]">
        <LiveText text={mail.text || 'The text of this mail is not kept.'} />
      </div>
      <details className="text-15">
        <summary className="font-medium">Headers</summary>
        <table className="mt-2 w-full text-14">
          <tbody>
            {readHead(mail.raw).map(({ name, value }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may come twice, and the list never changes
              <tr key={i} className="border-b border-line align-top">
                <th scope="row" className="py-1 pr-4 text-left font-medium whitespace-nowrap">
                  {name}
                </th>
                <td className="py-1 font-mono [overflow-wrap:anywhere]">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <details className="text-15">
        <summary className="font-medium">Raw source</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre className="mt-2 max-h-96 overflow-auto border border-line p-3 font-mono text-12" tabIndex={0}>
          {mail.raw}
        </pre>
      </details>
    </div>
  )
}

/** Addresses in the text become links; everything stays text. */
function LiveText({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) =>
    i % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text
      <a key={i} href={part} rel="noopener">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
