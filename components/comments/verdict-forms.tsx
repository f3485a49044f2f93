import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { removalReasons } from '@/lib/comments/input'
import { removalLabels } from './words'

/** For moderators. */
export function RemovalForm({ id }: { id: string }) {
  return (
    <form method="post" action={`/api/admin/comments/${id}`} className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="verdict" value="remove" />
      <SelectField id={`reason-${id}`} name="reason" label="Why remove it" required defaultValue="">
        <option value="">Choose</option>
        {removalReasons.map((reason) => (
          <option key={reason} value={reason}>
            {removalLabels[reason]}
          </option>
        ))}
      </SelectField>
      <Button type="submit" look="danger">
        Remove
      </Button>
    </form>
  )
}

export function VerdictForm({
  id,
  verdict,
  words,
}: {
  id: string
  verdict: 'approve' | 'keep'
  words: string
}) {
  return (
    <form method="post" action={`/api/admin/comments/${id}`}>
      <input type="hidden" name="verdict" value={verdict} />
      <Button type="submit" look={verdict === 'approve' ? 'primary' : 'plain'}>
        {words}
      </Button>
    </form>
  )
}
