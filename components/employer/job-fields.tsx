import type { ReactNode } from 'react'
import { SelectField, TextareaField, TextField } from '@/components/ui/field'
import {
  employmentTypes,
  payPeriods,
  seniorities,
  type VisaPolicy,
  visaPolicies,
  workplaces,
} from '@/db/values'
import type { DraftForm, JobField } from '@/lib/jobs/input'
import type { JobForm } from '@/lib/jobs/job-form'
import { employmentTypeLabels, payPeriodLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import { MarkdownField } from './markdown-field'

/** Suggested while typing; every ISO 4217 code is taken. */
const currencies = 'EUR USD GBP CHF SEK NOK DKK PLN CZK CAD AUD NZD JPY INR BRL MXN SGD HKD ZAR ILS'.split(
  ' ',
)

/** As the employer says it; readers see `visaLabels`. */
const visaChoices: Record<VisaPolicy, string> = {
  offered: 'We sponsor visas',
  not_offered: 'We do not sponsor visas',
}

/** The id of a field's control, for links to it. */
export function fieldId(name: JobField): string {
  return `job-${name}`
}

type Props = Pick<JobForm, 'fromTitle' | 'roles'> & {
  values: DraftForm
  errors: Partial<Record<string, string>>
}

/** Every field of a job, with what was typed and what is wrong with it. The first wrong one gets the focus. */
export function JobFields({ fromTitle, roles, values, errors }: Props) {
  const first = Object.keys(values).find((name) => errors[name])
  const field = (name: JobField) => ({
    id: fieldId(name),
    name,
    defaultValue: values[name],
    error: errors[name],
    autoFocus: first === name,
  })
  return (
    <>
      <Group title="The job">
        <TextField
          {...field('title')}
          label="Title"
          maxLength={120}
          help="What the person will be, in the words they would search for. No pay, place or codes."
        />
        <SelectField
          {...field('roleSlug')}
          label="Role"
          help="Decides which guide and which searches show the job."
        >
          <option value="">As the title says{fromTitle.role ? `: ${fromTitle.role}` : ''}</option>
          <option value="none">Not stated</option>
          <Options of={roles.map(({ slug, name }) => [slug, name])} />
        </SelectField>
        <SelectField {...field('seniority')} label="Level">
          <option value="">
            As the title says{fromTitle.seniority ? `: ${seniorityLabels[fromTitle.seniority]}` : ''}
          </option>
          <option value="none">Not stated</option>
          <Options of={seniorities.map((value) => [value, seniorityLabels[value]])} />
        </SelectField>
        <SelectField {...field('employmentType')} label="Employment type">
          <option value="">Choose</option>
          <Options of={employmentTypes.map((value) => [value, employmentTypeLabels[value]])} />
        </SelectField>
      </Group>
      <Group title="Where">
        <SelectField
          {...field('workplace')}
          label="Workplace"
          help="Remote means never at an office; sometimes at an office is hybrid."
        >
          <option value="">Choose</option>
          <Options of={workplaces.map((value) => [value, workplaceLabels[value]])} />
        </SelectField>
        <TextareaField
          {...field('places')}
          label="Places"
          rows={3}
          className="min-h-20"
          help="City and country, one place in each line, such as “Berlin, Germany”. A remote job may leave this empty."
        />
        <SelectField
          {...field('eligibility')}
          label="Remote: may be done from"
          optional
          help="Only for remote jobs. Search engines show a remote job only if it says this or names a place."
        >
          <option value="">Not stated</option>
          <option value="worldwide">Anywhere in the world</option>
          <option value="countries">Only these countries</option>
        </SelectField>
        <TextareaField
          {...field('eligibleCountries')}
          label="These countries"
          optional
          rows={2}
          className="min-h-16"
          help="Separated by commas, such as “Germany, Austria” or “EU”."
        />
        <SelectField
          {...field('visa')}
          label="Visa sponsorship"
          optional
          help="Whether you help people from other countries to a work visa for this job. People search for it."
        >
          <option value="">Not stated</option>
          <Options of={visaPolicies.map((value) => [value, visaChoices[value]])} />
        </SelectField>
      </Group>
      <Group
        title="Pay"
        lead="Jobs that state their pay are found by more people; in many places stating it is the law. Leave it empty to say nothing."
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...field('payMin')}
            label="From"
            optional
            inputMode="decimal"
            help="Digits only, such as 65000."
          />
          <TextField {...field('payMax')} label="To" optional inputMode="decimal" />
          <TextField
            {...field('payCurrency')}
            label="Currency"
            optional
            list="currencies"
            maxLength={3}
            autoCapitalize="characters"
            help="Three letters, such as EUR."
          />
          <SelectField {...field('payPeriod')} label="For" optional>
            <option value="">Choose</option>
            <Options of={payPeriods.map((value) => [value, payPeriodLabels[value]])} />
          </SelectField>
        </div>
        <datalist id="currencies">
          {currencies.map((code) => (
            <option key={code} value={code} />
          ))}
        </datalist>
      </Group>
      <Group title="Text">
        <MarkdownField
          {...field('text')}
          label="What the job is about"
          rows={18}
          maxLength={50_000}
          className="font-mono text-14 leading-6"
          help="Markdown: “## ” begins a heading, “- ” a list item, **bold**, [link](https://…). Paste from a word processor or a web page: headings, lists and links stay."
        />
        <TextField
          {...field('skills')}
          label="Skills"
          optional
          help="Separated by commas. Those not known here are named and left out."
        />
      </Group>
      <Group title="Applying">
        <TextField
          {...field('applyUrl')}
          type="url"
          label="Where people apply"
          help="The address of the page, beginning with https://"
        />
        <TextField
          {...field('closesOn')}
          type="date"
          label="Last day"
          optional
          help="The job closes at the end of this day (UTC), or 60 days after it was first published, whichever is earlier."
        />
      </Group>
    </>
  )
}

function Group({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-5">
      <legend className="pb-3 text-18 font-semibold">{title}</legend>
      {lead ? <p className="text-15 text-ink-2">{lead}</p> : null}
      {children}
    </fieldset>
  )
}

function Options({ of }: { of: [string, string][] }) {
  return of.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ))
}
