import { Button } from '@/components/ui/button'
import type { DraftForm } from '@/lib/jobs/input'
import type { JobForm as Loaded } from '@/lib/jobs/job-form'
import { DraftAutosave } from './draft-autosave'
import { JobFields } from './job-fields'

type Props = {
  loaded: Loaded
  values: DraftForm
  errors: Partial<Record<string, string>>
  locale: string
}

const FORM_ID = 'job-form'

/** One form for drafts and for published jobs. Three buttons send it: save, preview, publish; all keep what was typed. */
export function JobForm({ loaded, values, errors, locale }: Props) {
  const { job, state, fromTitle, roles, updatedAt } = loaded
  const isOpen = state === 'published'
  const base = `/api/employer/jobs/${job.publicId}`
  return (
    // Multipart, because long texts in other scripts would triple in size as a plain form. No checks of the browser: a draft may hold anything.
    <form
      id={FORM_ID}
      method="post"
      action={`${base}/draft`}
      encType="multipart/form-data"
      noValidate
      className="grid max-w-2xl gap-8 text-16"
    >
      <input type="hidden" name="seenAt" defaultValue={updatedAt} />
      <input type="hidden" name="from" value="form" />
      <JobFields fromTitle={fromTitle} roles={roles} values={values} errors={errors} />
      <div className="sticky bottom-0 z-10 -mx-1 grid gap-1 border-t border-line bg-paper px-1 py-3">
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit">{isOpen ? 'Save changes for later' : 'Save draft'}</Button>
          <Button type="submit" name="after" value="preview">
            Preview
          </Button>
          <Button type="submit" look="primary" formAction={`${base}/${isOpen ? 'revision' : 'publication'}`}>
            {isOpen ? 'Publish changes' : 'Publish'}
          </Button>
        </div>
        <DraftAutosave formId={FORM_ID} action={`${base}/draft`} locale={locale} />
      </div>
    </form>
  )
}
