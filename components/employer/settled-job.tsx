import { dayText } from '@/components/format'
import { closeReasonWords } from '@/components/jobs/closed-notice'
import { ButtonLink } from '@/components/ui/button'
import { TextareaField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import type { JobOf } from '@/lib/jobs/employer-queries'
import { hrefOfJob } from '@/lib/jobs/rows'
import { FormMessage } from './form-message'

type Props = { job: JobOf; message: string | null; typed: string | null; locale: string }

/** A job that its employer cannot change: closed, or waiting for moderation. */
export function SettledJob({ job, message, typed, locale }: Props) {
  const { title, slug, publicId, closedAt, closeReason } = job
  return (
    <div className="grid max-w-2xl gap-5">
      <PageHeading title={title} lead={job.companyName} />
      <FormMessage message={message} />
      {closedAt && closeReason ? (
        <Notice look="closed" title="This job is closed">
          It closed on <time dateTime={closedAt}>{dayText(closedAt, locale)}</time> because{' '}
          {closeReasonWords[closeReason]}.
        </Notice>
      ) : (
        <Notice look="time" title="Waiting for moderation">
          It is listed once a moderator has looked at it.
        </Notice>
      )}
      {typed ? (
        <TextareaField
          id="typed"
          label="The text that you sent"
          help="Not saved. Copy it if you need it."
          rows={12}
          readOnly
          defaultValue={typed}
        />
      ) : null}
      <p className="flex flex-wrap gap-2">
        <ButtonLink href={hrefOfJob({ slug, publicId })}>
          {closedAt ? 'Its public page' : 'How it will look'}
        </ButtonLink>
        <ButtonLink href={`/employer/jobs/new?${new URLSearchParams({ company: job.companySlug })}`}>
          Write another job
        </ButtonLink>
        <ButtonLink look="quiet" href="/employer">
          All jobs
        </ButtonLink>
      </p>
    </div>
  )
}
