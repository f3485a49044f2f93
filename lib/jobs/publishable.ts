import { z } from 'zod'
import { employmentTypes, payPeriods, seniorities, visaPolicies, workplaces } from '@/db/values'
import { minorDigits } from '@/lib/money'
import { oneLine, storable, typedText } from '@/lib/typed-text'
import { applyAddress, FAULTS_OF_ADDRESS } from './apply-url'
import { type JobField, NOT_STATED_CHOICE } from './input'
import { isUtcDay } from './rules'
import { isTangled, MAX_TEXT } from './text'

const choice = <const T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z.string().trim().pipe(z.enum(values, message))

const orNotStated = <const T extends readonly string[]>(values: T) =>
  z
    .string()
    .trim()
    .pipe(z.enum(['', NOT_STATED_CHOICE, ...values], 'Choose a level from the list.'))
    .transform((value) => value as T[number] | '' | typeof NOT_STATED_CHOICE)

/** Ten digits reach a year's pay in every currency, also in the smallest unit. */
const MAX_AMOUNT_DIGITS = 10

const amount = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .regex(/^(\d+(\.\d{1,3})?)?$/, 'Write digits only, such as 65000 or 24.50, without commas or symbols.'),
  )
  .refine(
    (value) => (value.split('.')[0] ?? '').replace(/^0+/, '').length <= MAX_AMOUNT_DIGITS,
    'This is too much.',
  )
  .transform((value) => value || null)

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    (value) => value === '' || knownCurrencies().has(value),
    'Write a currency code of three letters, such as EUR.',
  )

/** Lines of free text, without empty ones. */
const lines = (max: number, message: string) =>
  z
    .string()
    .transform((value) =>
      storable(value)
        .split(/[\n;]/)
        .map((line) => line.replace(/\s+/g, ' ').trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(120, 'A line is too long: write one place in each.')).max(max, message))

/** Names separated by commas or lines, each once. */
const names = (max: number, message: string) =>
  z
    .string()
    .transform((value) => [
      ...new Set(
        storable(value)
          .split(/[,;\n]/)
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string().max(80, 'Separate the names with commas.')).max(max, message))

const fields = z.strictObject({
  title: oneLine(120).refine((value) => value.length >= 2, 'Write a title, such as “Backend developer”.'),
  roleSlug: z.string().trim().max(80),
  seniority: orNotStated(seniorities),
  employmentType: choice(employmentTypes, 'Choose the employment type.'),
  workplace: choice(workplaces, 'Say whether the work is on site, hybrid or remote.'),
  places: lines(20, 'Name at most 20 places.'),
  eligibility: choice(['', 'worldwide', 'countries'], 'Choose from where the work may be done.'),
  eligibleCountries: names(250, 'Name at most 250 countries.'),
  visa: choice(['', ...visaPolicies], 'Say whether you sponsor visas.'),
  payMin: amount,
  payMax: amount,
  payCurrency: currency,
  payPeriod: choice(['', ...payPeriods], 'Choose a period from the list.'),
  text: typedText(MAX_TEXT)
    .refine((value) => value.length > 0, 'Write what the job is about.')
    .refine(
      (value) => !isTangled(value),
      'This text has too many formatting marks in one place. Remove some of them.',
    ),
  applyUrl: z
    .string()
    .trim()
    .superRefine((value, context) => {
      const address = applyAddress(value)
      if ('fault' in address) context.addIssue({ code: 'custom', message: FAULTS_OF_ADDRESS[address.fault] })
    })
    .transform((value) => {
      const address = applyAddress(value)
      return 'href' in address ? address.href : value
    }),
  skills: names(30, 'Name at most 30 skills.'),
  closesOn: z
    .string()
    .trim()
    .refine(
      (value) => value === '' || isUtcDay(value),
      'Write the day as year-month-day, such as 2026-12-31.',
    )
    .transform((value) => value || null),
})

/** The same form, strict: what may be published. Its messages stand beside the fields. */
export const publishableForm = fields.superRefine((form, context) => {
  const fault = (field: JobField, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  if (form.workplace !== 'remote' && form.places.length === 0) fault('places', 'Name the place of the work.')
  if (
    form.workplace === 'remote' &&
    form.eligibility === 'countries' &&
    form.eligibleCountries.length === 0
  ) {
    fault('eligibleCountries', 'Name the countries from which the work may be done.')
  }
  const { payMin, payMax, payCurrency } = form
  if (payMin === null && payMax === null) return
  if (payCurrency === '') fault('payCurrency', 'Name the currency of the pay.')
  if (form.payPeriod === '') fault('payPeriod', 'Say what the pay is for: an hour, a month, a year.')
  if (payMin !== null && payMax !== null && Number(payMin) > Number(payMax)) {
    fault('payMax', 'The upper pay is below the lower one.')
  }
  for (const [field, value] of [['payMin', payMin] as const, ['payMax', payMax] as const]) {
    const digits = value?.split('.')[1]?.length ?? 0
    if (payCurrency && digits > minorDigits(payCurrency)) {
      fault(field, `${payCurrency} has ${minorDigits(payCurrency)} decimals. Write 65000, not 65.000.`)
    }
  }
})
export type PublishableForm = z.output<typeof publishableForm>

/** One message for each field, the first that was found. */
export function faultsByField(error: z.ZodError): Partial<Record<JobField, string>> {
  const faults: Partial<Record<string, string>> = {}
  for (const issue of error.issues) faults[String(issue.path[0] ?? 'title')] ??= issue.message
  return faults
}

let currencies: Set<string> | undefined
function knownCurrencies(): Set<string> {
  currencies ??= new Set(Intl.supportedValuesOf('currency'))
  return currencies
}
