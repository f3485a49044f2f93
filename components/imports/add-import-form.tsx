import { Button } from '@/components/ui/button'
import { SelectField, TextareaField, TextField } from '@/components/ui/field'
import { adapters } from '@/lib/imports/adapters'

type Props = {
  action: string
  values: { board: string; kind: string; columns: string }
  errors: Partial<Record<string, string>>
  idempotencyKey: string
}

/** One field for most people: the address of their jobs page says the rest. */
export function AddImportForm({ action, values, errors, idempotencyKey }: Props) {
  return (
    <form method="post" action={action} className="grid max-w-2xl gap-5 text-16">
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextField
        id="import-board"
        name="board"
        label="Where your jobs are now"
        required
        maxLength={2000}
        defaultValue={values.board}
        error={errors.board}
        autoFocus={errors.board !== undefined}
        help="The address of your jobs page, such as https://boards.greenhouse.io/acme, or the name of your board there."
      />
      <SelectField
        id="import-kind"
        name="kind"
        label="Kind of source"
        defaultValue={values.kind}
        error={errors.kind}
        help="Needed only for a bare name, and for a feed or page on a site of your own."
      >
        <option value="">As the address says</option>
        {adapters.map(({ name, label, example }) => (
          <option key={name} value={name}>
            {label} – {example}
          </option>
        ))}
      </SelectField>
      <details open={errors.columns !== undefined || values.columns !== ''}>
        <summary className="w-fit cursor-pointer text-15">
          A table whose columns have names of their own
        </summary>
        <div className="pt-3">
          <TextareaField
            id="import-columns"
            name="columns"
            label="Columns"
            optional
            rows={4}
            maxLength={2000}
            defaultValue={values.columns}
            error={errors.columns}
            help="Only for CSV, and only where their names do not tell: title = Job title, one in each line. Also url, location, company, text, department, payMin, payMax, payCurrency, payPeriod, externalId, publishedAt."
          />
        </div>
      </details>
      <div>
        <Button type="submit" look="primary">
          Look at its jobs
        </Button>
        <p className="pt-2 text-14 text-ink-2">Nothing is published before you have seen it.</p>
      </div>
    </form>
  )
}
