import { z } from 'zod'
import type { ItemFields, JobFields } from '../shape'
import { dateOf, endOf } from './dates'
import { tierOf } from './pay'
import { lineOf, type Place, placeOf } from './places'
import { wordsIn } from './word-lists'

// https://schema.org/JobPosting. Sites write each member alone or in a list, as a text or as a thing with a name: all of them are read.

const loose = z.unknown().optional()

export const posting = z.object({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  identifier: loose,
  datePosted: z.string().nullish(),
  validThrough: z.string().nullish(),
  employmentType: loose,
  hiringOrganization: loose,
  jobLocation: loose,
  jobLocationType: loose,
  applicantLocationRequirements: loose,
  baseSalary: loose,
  salaryCurrency: z.string().nullish(),
  skills: loose,
})
export type JobPosting = z.output<typeof posting>

/** What the markup states of a job; title, id and address may stand elsewhere, so they are not in it. */
export function fieldsOfPosting(item: JobPosting): Omit<ItemFields, 'title' | 'url'> {
  const isRemote = namesOf(item.jobLocationType).some((type) => type.toUpperCase() === 'TELECOMMUTE')
  return {
    openingKey: null,
    company: namesOf(item.hiringOrganization)[0] ?? null,
    locations: listOf(item.jobLocation).flatMap(placesOf),
    workplace: isRemote ? 'remote' : null,
    eligibleFrom: namesOf(item.applicantLocationRequirements),
    employmentType: namesOf(item.employmentType).join(', ') || null,
    seniority: null,
    department: null,
    html: item.description ?? '',
    pay: listOf(item.baseSalary).flatMap((salary) => tiersOf(salary, item.salaryCurrency)),
    payText: typeof item.baseSalary === 'string' ? item.baseSalary : null,
    skills: listOf(item.skills).flatMap((skill) => wordsIn(nameOf(skill))),
    publishedAt: dateOf(item.datePosted),
    closesAt: endOf(item.validThrough),
  }
}

export function identifierOf({ identifier }: { identifier?: unknown }): string | null {
  const [first] = listOf(identifier)
  const value = first && typeof first === 'object' && 'value' in first ? first.value : first
  return typeof value === 'number' ? String(value) : lineOf(textIn(value))
}

function listOf(value: unknown): unknown[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

const thing = z.object({ name: z.string() })

function nameOf(value: unknown): string | null {
  return lineOf(textIn(value) ?? thing.safeParse(value).data?.name)
}

function namesOf(value: unknown): string[] {
  return listOf(value).flatMap((one) => nameOf(one) ?? [])
}

const placeShape = z.object({ name: loose, address: loose })
const addressShape = z.object({ addressLocality: loose, addressRegion: loose, addressCountry: loose })

/** A place is a text, a place with one or several addresses, or an address itself. */
function placesOf(stated: unknown): Place[] {
  if (typeof stated === 'string') return placeOf(stated)
  const place = placeShape.safeParse(stated).data
  if (!place) return []
  const addresses = listOf(place.address ?? stated)
  const placed = addresses.flatMap(addressOf)
  return placed.length > 0 ? placed : placeOf(nameOf(place.name))
}

function addressOf(stated: unknown): Place[] {
  if (typeof stated === 'string') return placeOf(stated)
  const address = addressShape.safeParse(stated).data
  if (!address) return []
  return placeOf(null, {
    locality: nameOf(address.addressLocality),
    region: nameOf(address.addressRegion),
    country: nameOf(address.addressCountry),
  })
}

const amount = z.union([z.number(), z.string()]).nullish().catch(null)
const text = z.string().nullish().catch(null)
const range = { value: amount, minValue: amount, maxValue: amount, unitText: text }
const salaryShape = z.object({ ...range, value: loose, currency: text })

/** `MonetaryAmount` with a `QuantitativeValue`, or with the numbers in itself. */
function tiersOf(stated: unknown, currency: string | null | undefined): NonNullable<JobFields['pay']> {
  const salary = salaryShape.safeParse(stated).data
  if (!salary) return []
  const inner = z.object(range).safeParse(salary.value).data
  const amounts = inner ?? { ...salary, value: amount.parse(salary.value) }
  return tierOf({
    min: amounts.minValue ?? amounts.value,
    max: amounts.maxValue ?? (amounts.minValue == null ? amounts.value : null),
    currency: salary.currency ?? currency,
    period: amounts.unitText ?? salary.unitText,
  })
}
