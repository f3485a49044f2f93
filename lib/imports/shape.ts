import { z } from 'zod'
import { payPeriods, workplaces } from '@/db/values'
import { applyAddress } from '@/lib/jobs/apply-url'
import { oneLine, storable } from '@/lib/typed-text'

/** Characters of HTML; the largest seen in 7,741 real answers has 32,000. */
const MAX_HTML = 200_000
const MAX_PLACES = 200

const line = (max: number) => oneLine(max).nullable().default(null)
const shortened = (max: number) =>
  z
    .string()
    .transform((value) => storable(value).replace(/\s+/g, ' ').trim().slice(0, max))
    .transform((value) => value || null)
    .nullable()
    .default(null)

const webAddress = z.string().transform((typed, context) => {
  const address = applyAddress(typed.trim())
  if ('href' in address) return address.href
  context.addIssue({ code: 'custom', message: `no public web address (${address.fault})` })
  return z.NEVER
})

const address = z.strictObject({ locality: line(200), region: line(200), country: line(200) })

/** As stated; amounts in major units. A component with no amount is left out by its adapter. */
const payTier = z
  .strictObject({
    min: z.number().nonnegative().max(1e10).nullable(),
    max: z.number().nonnegative().max(1e10).nullable(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    period: z.enum(payPeriods),
    /** What the tier is for, such as "Zone A"; several tiers are told apart by it. */
    title: shortened(120),
  })
  .refine(({ min, max }) => min !== null || max !== null, 'states no amount')

/**
 * A job as every source states it: the one shape that adapters make. Nothing in it is interpreted yet, and nothing is in it that
 * may change while the job does not (`updated_at` of a source is touched on all its jobs at once).
 */
export const importedJob = z.strictObject({
  /** The source's own id, stable for as long as the job is listed. */
  externalId: oneLine(300).refine((value) => value !== '', 'is empty'),
  /** The same for several jobs of the source that are one opening. */
  openingKey: line(200),
  /** Who hires, where the source lists jobs of several companies. */
  company: shortened(120),
  title: oneLine(1000)
    .transform((value) => value.slice(0, 200).trim())
    .refine((value) => value !== '', 'is empty'),
  /** The page of the job on its source's own site. */
  url: webAddress,
  applyUrl: webAddress.nullable().default(null),
  locations: z
    .array(z.strictObject({ text: shortened(300), address: address.nullable().default(null) }))
    .max(MAX_PLACES)
    .default([]),
  /** From a field of the source that means it; null = not stated. */
  workplace: z.enum(workplaces).nullable().default(null),
  /** From where a remote job may be done, in the source's words. */
  eligibleFrom: z.array(oneLine(200)).max(300).default([]),
  employmentType: shortened(80),
  seniority: shortened(80),
  department: shortened(120),
  /** HTML, decoded as often as its source encodes it; not sanitised yet. */
  html: z.string().max(MAX_HTML).transform(storable).default(''),
  pay: z.array(payTier).max(50).default([]),
  /** A sentence of the source that is about pay alone. */
  payText: shortened(1000),
  skills: z.array(oneLine(120)).max(100).default([]),
  publishedAt: z.date().nullable().default(null),
  /** The last moment at which one may apply. */
  closesAt: z.date().nullable().default(null),
})
export type ImportedJob = z.output<typeof importedJob>
export type JobFields = z.input<typeof importedJob>
/** What an item states beside its id. */
export type ItemFields = Omit<JobFields, 'externalId'>
export type PayTier = ImportedJob['pay'][number]

/** Why one job of an answer cannot be taken: which field, what it held, what is wrong with it. */
export type Refusal = {
  externalId: string | null
  title: string | null
  field: string
  value: string
  reason: string
}
