import { numberText } from '@/components/format'
import { Button } from '@/components/ui/button'
import { TextareaField } from '@/components/ui/field'
import type { ImportSettings, Preview } from '@/lib/imports/page-queries'
import { textOfPairs } from '@/lib/imports/typed-settings'

type Props = {
  id: string
  preview: Preview
  settings: ImportSettings
  isPublished: boolean
  locale: string
  /** As typed, when the form came back. */
  typedRoles?: string | undefined
  kept?: { departments: readonly string[]; places: readonly string[] } | undefined
  error?: string | undefined
}

/** What of the source is published: everything but what is unticked, so that what it adds tomorrow comes in too. */
export function ChoiceForm(props: Props) {
  const { id, preview, settings, isPublished, locale, typedRoles, kept, error } = props
  return (
    <form method="post" action={`/api/imports/${id}/choice`} className="grid gap-5">
      <Choices
        legend="Departments"
        all="departments"
        kept="keptDepartments"
        names={preview.departments}
        isKept={(name) => kept?.departments.includes(name) ?? !settings.withoutDepartments?.includes(name)}
        locale={locale}
      />
      <Choices
        legend="Places"
        all="places"
        kept="keptPlaces"
        names={preview.places}
        isKept={(name) => kept?.places.includes(name) ?? !settings.withoutPlaces?.includes(name)}
        locale={locale}
      />
      {preview.departments.length > 0 ? (
        <div className="max-w-2xl">
          <TextareaField
            id="import-roles"
            name="departmentRoles"
            label="Roles of departments"
            optional
            rows={3}
            maxLength={4000}
            defaultValue={typedRoles ?? textOfPairs(settings.departmentRoles)}
            error={error}
            help="Where the title of a job names no role, its department may: Kitchen = Cook, one in each line."
          />
        </div>
      ) : null}
      <div>
        <Button type="submit" look="primary">
          {isPublished ? 'Publish this choice' : 'Publish and keep in step'}
        </Button>
        <p className="max-w-2xl pt-2 text-14 text-ink-2">
          The source is then read several times a day: new jobs come in, changed ones change, and what it no
          longer shows closes after two days. What you untick is left out, also of what is open already.
        </p>
      </div>
    </form>
  )
}

type ChoicesProps = {
  legend: string
  all: string
  kept: string
  names: Preview['departments']
  isKept: (name: string) => boolean
  locale: string
}

/** As many as a person reads; what is not shown is kept. */
const SHOWN = 60

function Choices({ legend, all, kept, names, isKept, locale }: ChoicesProps) {
  if (names.length < 2) return null
  const shown = names.slice(0, SHOWN)
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 text-16 font-semibold">{legend}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map(({ name, count }) => (
          <label key={name} className="flex min-h-8 items-center gap-2 text-15 pointer-coarse:min-h-11">
            <input type="hidden" name={all} value={name} />
            <input type="checkbox" name={kept} value={name} defaultChecked={isKept(name)} />
            <span className="min-w-0 flex-1 truncate" title={name}>
              {name}
            </span>
            <span className="tabular text-14 text-ink-2">{numberText(count, locale)}</span>
          </label>
        ))}
      </div>
      {names.length > shown.length ? (
        <p className="text-14 text-ink-2">
          {numberText(names.length - shown.length, locale)} more, rarer ones are kept.
        </p>
      ) : null}
    </fieldset>
  )
}
