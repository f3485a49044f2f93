import { Button } from '@/components/ui/button'
import { TextareaField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { freshKey, type KeptForm } from '@/lib/web/forms'

type Props = {
  action: string
  label: string
  send: string
  /** Of a comment of its own. */
  page?: string
  kept: KeptForm | null
}

/** Writes a comment or an answer. A refused one comes back with its text. */
export function CommentForm({ action, label, send, page, kept }: Props) {
  const typed = kept?.values.text?.[0]
  const refused = typed === undefined ? null : kept
  return (
    <form method="post" action={action} className="no-print grid gap-3">
      {refused?.message ? (
        <Notice look="closed" role="alert">
          {refused.message}
        </Notice>
      ) : null}
      <input type="hidden" name="idempotencyKey" value={freshKey()} />
      {page ? <input type="hidden" name="page" value={page} /> : null}
      <TextareaField
        id="comment-text"
        name="text"
        label={label}
        required
        help="Plain text, at most 4,000 characters. What a newcomer writes is read by the board’s people before others see it."
        defaultValue={typed ?? ''}
        error={refused?.errors.text}
        autoFocus={refused !== null}
      />
      <div>
        <Button type="submit" look="primary">
          {send}
        </Button>
      </div>
    </form>
  )
}
