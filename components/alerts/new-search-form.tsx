import { Button, ButtonLink } from '@/components/ui/button'
import { CheckboxField, TextField } from '@/components/ui/field'
import type { Cadence } from '@/db/values'
import { CadenceField } from './cadence-field'
import { newsHelp, newsLabel } from './words'

type Props = {
  query: string
  name: string
  cadence: Cadence
  /** Whether the news of its role are ticked; null where there are none to be had. */
  news: boolean | null
  idempotencyKey: string
  errors: Record<string, string>
}

export function NewSearchForm({ query, name, cadence, news, idempotencyKey, errors }: Props) {
  return (
    <form method="post" action="/api/saved-searches" className="grid max-w-xl content-start gap-5">
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <TextField id="name" name="name" label="Name" maxLength={120} defaultValue={name} error={errors.name} />
      <CadenceField id="cadence" value={cadence} error={errors.cadence} />
      {news === null ? null : (
        <CheckboxField
          id="news"
          name="news"
          label={newsLabel}
          help={newsHelp}
          defaultChecked={news}
          error={errors.news}
        />
      )}
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
