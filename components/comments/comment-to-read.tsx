import { dayText } from '@/components/format'
import type { QueuedComment } from '@/lib/comments/queue'
import { CommentText } from './comment-text'
import { RemovalForm, VerdictForm } from './verdict-forms'

/** One line of what moderators have to look at. */
export function CommentToRead({ comment, locale }: { comment: QueuedComment; locale: string }) {
  const { id, page, name, text, answers, at, isHeld } = comment
  return (
    <li className="grid gap-3 border-b border-line py-4">
      <div className="grid gap-1">
        <p className="flex flex-wrap gap-x-3 text-14 text-ink-2">
          <bdi className="font-semibold text-ink">{name}</bdi>
          <span>{whyHere(comment)}</span>
          <span>
            on <a href={`${page.href}#comments`}>{page.title}</a>
          </span>
          <time dateTime={at}>{dayText(at, locale)}</time>
        </p>
        {answers === null ? null : (
          <blockquote className="border-l-2 border-line pl-4 text-15 [overflow-wrap:anywhere] text-ink-2">
            <span className="sr-only">It answers: </span>
            {answers}
          </blockquote>
        )}
        <CommentText text={text} />
      </div>
      <Reasons comment={comment} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        {isHeld ? (
          <VerdictForm id={id} verdict="approve" words="Approve" />
        ) : (
          <VerdictForm id={id} verdict="keep" words="Keep" />
        )}
        <RemovalForm id={id} />
      </div>
    </li>
  )
}

function whyHere({ isHeld, isOfNewcomer, reports }: QueuedComment): string {
  if (!isHeld) return 'shown, and reported'
  if (reports > 0) return 'held because of reports'
  return isOfNewcomer ? 'held: a newcomer' : 'held'
}

function Reasons({ comment: { reports, reasons } }: { comment: QueuedComment }) {
  if (reports === 0) return null
  return (
    <div className="border-l-2 border-line pl-4 text-15">
      <p className="font-medium">{reports === 1 ? 'One report' : `${reports} reports`}</p>
      <ul className="[overflow-wrap:anywhere] text-ink-2">
        {reasons.map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason, and the list never moves.
          <li key={at}>{reason}</li>
        ))}
        {reports > reasons.length ? <li>and {reports - reasons.length} more</li> : null}
      </ul>
    </div>
  )
}
