import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Props = {
  publicId: string
  isOpen: boolean
  hasChanges: boolean
  mayPublish: boolean
  unknownSkills: string[]
  payImplausible: boolean
}

/** Above the preview: what it is, what the board noticed, and the one next step. */
export function PreviewBar({
  publicId,
  isOpen,
  hasChanges,
  mayPublish,
  unknownSkills,
  payImplausible,
}: Props) {
  const action = `/api/employer/jobs/${publicId}/${isOpen ? 'revision' : 'publication'}`
  const canPublish = mayPublish && (!isOpen || hasChanges)
  return (
    <div className="grid max-w-3xl gap-3">
      <Notice
        title={
          isOpen && !hasChanges
            ? 'This is how the job looks'
            : 'Preview: this is exactly what people will see'
        }
      >
        <div className="flex flex-wrap items-center gap-2 pt-2">
          {canPublish ? (
            <form method="post" action={action}>
              <input type="hidden" name="from" value="kept" />
              <Button type="submit" look="primary">
                {isOpen ? 'Publish changes' : 'Publish'}
              </Button>
            </form>
          ) : null}
          {mayPublish ? (
            <ButtonLink href={`/employer/jobs/${publicId}/edit`}>Back to editing</ButtonLink>
          ) : (
            <ButtonLink href="/employer">All jobs</ButtonLink>
          )}
        </div>
      </Notice>
      {unknownSkills.length > 0 ? (
        <Notice look="time">Skills not known here, left out: {unknownSkills.join(', ')}.</Notice>
      ) : null}
      {payImplausible ? (
        <Notice look="time">
          This pay does not look right for its period and currency. It would be shown as stated, but left out
          of filters and figures. Check the amounts and the period.
        </Notice>
      ) : null}
    </div>
  )
}
