import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import type { JobState } from '@/db/values'
import { closeChoices } from '@/lib/jobs/input'
import { closeChoiceWords } from './words'

type Props = {
  publicId: string
  state: JobState
  hasChanges: boolean
  errors: Partial<Record<string, string>>
}

/** What ends a job or takes changes back. Each says what it will do, because none of it can be undone. */
export function JobEnd({ publicId, state, hasChanges, errors }: Props) {
  const base = `/api/employer/jobs/${publicId}`
  if (state === 'draft') {
    return (
      <form
        method="post"
        action={`${base}/deletion`}
        className="grid max-w-2xl justify-items-start gap-2 border-t border-line pt-5"
      >
        <h2 className="text-18 font-semibold">Delete this draft</h2>
        <p className="text-15 text-ink-2">Nobody but your company has seen it. It cannot be brought back.</p>
        <Button type="submit" look="danger">
          Delete the draft
        </Button>
      </form>
    )
  }
  return (
    <>
      {hasChanges ? (
        <form
          method="post"
          action={`${base}/discard`}
          className="grid max-w-2xl justify-items-start gap-2 border-t border-line pt-5"
        >
          <h2 className="text-18 font-semibold">Discard the changes</h2>
          <p className="text-15 text-ink-2">The form goes back to the job as it is published.</p>
          <Button type="submit">Discard the changes</Button>
        </form>
      ) : null}
      <form
        method="post"
        action={`${base}/closure`}
        className="grid max-w-2xl justify-items-start gap-3 border-t border-line pt-5"
      >
        <h2 className="text-18 font-semibold">Close this job</h2>
        <p className="text-15 text-ink-2">
          It leaves the listing at once. Its page keeps its address, says when and why it closed, and offers
          open jobs instead. A closed job does not open again.
        </p>
        <div className="w-full max-w-sm">
          <SelectField id="reason" name="reason" label="Why" defaultValue="" required error={errors.reason}>
            <option value="">Choose</option>
            {closeChoices.map((reason) => (
              <option key={reason} value={reason}>
                {closeChoiceWords[reason]}
              </option>
            ))}
          </SelectField>
        </div>
        <Button type="submit" look="danger">
          Close the job
        </Button>
      </form>
    </>
  )
}
