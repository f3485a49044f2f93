import { Button, ButtonLink } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import type { Cadence } from '@/db/values'
import { CadenceField } from './cadence-field'

type Props = {
  query: string
  name: string
  cadence: Cadence
  idempotencyKey: string
  errors: Record<string, string>
}

export function NewSearchForm({ query, name, cadence, idempotencyKey, errors }: Props) {
  return (
    <form method="post" action="/api/saved-searches" className="grid max-w-xl content-start gap-5">
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextField id="name" name="name" label="Name" maxLength={120} defaultValue={name} error={errors.name} />
      <CadenceField id="cadence" value={cadence} error={errors.cadence} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="primary">
          Save search
        </Button>
        <ButtonLink href={query ? `/jobs?${query}` : '/jobs'} look="quiet">
          Back to the jobs
        </ButtonLink>
      </div>
    </form>
  )
}
