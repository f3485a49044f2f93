import { Button } from '@/components/ui/button'
import { CheckboxField, TextField } from '@/components/ui/field'
import type { Cadence } from '@/db/values'
import type { SavedSearchView } from '@/lib/alerts/queries'
import { CadenceField } from './cadence-field'
import { cadenceWords, newsHelp, newsLabel } from './words'

type Kept = { name?: string; cadence?: Cadence; news: boolean; errors: Record<string, string> } | null

/** One saved search: what it is, what it finds, and its plain forms. `kept` is what was typed into a refused change of it. */
export function SavedSearchRow({
  search,
  offersNews,
  locale,
  kept,
}: {
  search: SavedSearchView
  /** Its role has a guide. */
  offersNews: boolean
  locale: string
  kept: Kept
}) {
  const number = new Intl.NumberFormat(locale)
  const newsWhen = search.cadence === 'weekly' ? '' : ' once a week'
  const href = search.canonical ? `/jobs?${search.canonical}` : '/jobs'
  return (
    <li className="grid gap-2 border-b border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-18 font-semibold">
          <a href={href} className="text-ink">
            {search.name}
          </a>
        </h2>
        <p className="tabular text-15">
          {number.format(search.openJobs)} open {search.openJobs === 1 ? 'job' : 'jobs'}
        </p>
      </div>
      {isWorthSaying(search) ? <p className="text-15 text-ink-2">{search.parts.join(' · ')}</p> : null}
      <p className="text-14 text-ink-2">
        {search.isStopped ? <strong className="font-semibold text-closed">Stopped: no mail. </strong> : null}
        {cadenceWords[search.cadence]}
        {search.bringsNews ? `, with news of the role and its guides${newsWhen}` : ''}.{' '}
        <span className="tabular">{number.format(search.recentJobs)}</span> of the open jobs were published in
        the last 30 days.
      </p>
      <div className="-mx-3.5 flex flex-wrap items-start gap-y-2">
        <details open={kept !== null} className="min-w-0 open:basis-full">
          <summary className="inline-flex min-h-9 items-center rounded px-3.5 text-15 font-medium text-sign pointer-coarse:min-h-11">
            Change<span className="sr-only"> {search.name}</span>
          </summary>
          <form
            method="post"
            action={`/api/saved-searches/${search.id}`}
            className="grid gap-4 px-3.5 py-3 sm:w-96"
          >
            <TextField
              id={`name-${search.id}`}
              name="name"
              label="Name"
              required
              maxLength={120}
              defaultValue={kept?.name ?? search.name}
              error={kept?.errors.name}
            />
            <CadenceField
              id={`cadence-${search.id}`}
              value={kept?.cadence ?? search.cadence}
              error={kept?.errors.cadence}
            />
            {offersNews || search.bringsNews || kept?.news ? (
              <CheckboxField
                id={`news-${search.id}`}
                name="news"
                label={newsLabel}
                help={newsHelp}
                defaultChecked={kept?.news ?? search.bringsNews}
                error={kept?.errors.news}
              />
            ) : null}
            <div>
              <Button type="submit">Save changes</Button>
            </div>
          </form>
        </details>
        <VerbForm
          search={search}
          verb={search.isStopped ? 'resume' : 'stop'}
          label={search.isStopped ? 'Start mails again' : 'Stop mails'}
        />
        <VerbForm search={search} verb="deletion" label="Delete" />
      </div>
    </li>
  )
}

/** A name that was not changed is the parts themselves. */
function isWorthSaying({ name, parts }: SavedSearchView): boolean {
  return parts.length > 0 && parts.join(', ').toLowerCase() !== name.toLowerCase()
}

function VerbForm({ search, verb, label }: { search: SavedSearchView; verb: string; label: string }) {
  return (
    <form method="post" action={`/api/saved-searches/${search.id}/${verb}`}>
      <Button type="submit" look="quiet">
        {label}
        <span className="sr-only">: {search.name}</span>
      </Button>
    </form>
  )
}
