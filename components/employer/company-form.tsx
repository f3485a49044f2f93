import { Button } from '@/components/ui/button'
import { TextareaField, TextField } from '@/components/ui/field'

type Props = {
  action: string
  values: { name: string; website: string; about: string }
  errors: Partial<Record<string, string>>
  submit: string
  idempotencyKey?: string
}

export function CompanyForm({ action, values, errors, submit, idempotencyKey }: Props) {
  const first = (['name', 'website', 'about'] as const).find((name) => errors[name])
  const field = (name: keyof Props['values']) => ({
    id: `company-${name}`,
    name,
    defaultValue: values[name],
    error: errors[name],
    autoFocus: first === name,
  })
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className="grid max-w-2xl gap-5 text-16"
    >
      {idempotencyKey ? <input type="hidden" name="idempotencyKey" value={idempotencyKey} /> : null}
      <TextField
        {...field('name')}
        label="Name"
        required
        maxLength={120}
        autoComplete="organization"
        help="As people know it."
      />
      <TextField
        {...field('website')}
        label="Website"
        optional
        type="url"
        maxLength={300}
        autoComplete="url"
        help="The whole address, such as https://example.org"
      />
      <TextareaField
        {...field('about')}
        label="About"
        optional
        rows={8}
        maxLength={5000}
        help="What the company does and who works there, in a few sentences. Markdown works."
      />
      <div>
        <Button type="submit" look="primary">
          {submit}
        </Button>
      </div>
    </form>
  )
}
