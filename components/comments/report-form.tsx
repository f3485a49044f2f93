import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import type { KeptForm } from '@/lib/web/forms'

type Props = { id: string; isReported: boolean; kept: KeptForm | null }

export function ReportForm({ id, isReported, kept }: Props) {
  const typed = kept?.values.reason?.[0]
  return (
    <section aria-labelledby="report" className="grid gap-3 border-t border-line pt-5">
      <h2 id="report" className="text-18 font-semibold">
        Report it
      </h2>
      {typed !== undefined && kept?.message ? (
        <Notice look="closed" role="alert">
          {kept.message}
        </Notice>
      ) : null}
      {isReported ? (
        <p className="text-ink-2">You have reported it. The board’s people look at it.</p>
      ) : (
        <form method="post" action={`/api/comments/${id}/reports`} className="grid gap-3">
          <TextField
            id="report-reason"
            name="reason"
            label="What is wrong with it"
            help="The board’s people read this, and nobody else."
            required
            maxLength={500}
            defaultValue={typed ?? ''}
            error={kept?.errors.reason}
            autoFocus={kept?.errors.reason !== undefined}
          />
          <div>
            <Button type="submit">Report the comment</Button>
          </div>
        </form>
      )}
    </section>
  )
}
