import type { PayPeriod } from '@/db/values'
import type { Address } from '@/lib/taxonomy/locations'
import type { SeedJob } from '../types'
import { slugOfCompany } from './company-slug'

type PostalAddress = { addressLocality?: string; addressRegion?: string; addressCountry?: string }
type Place = { location: string | null; address?: { postalAddress?: PostalAddress } | null }
type Component = {
  compensationType: string
  interval: string
  currencyCode?: string | null
  minValue?: number | null
  maxValue?: number | null
}
export type AshbyJob = Place & {
  id: string
  title: string
  employmentType: string
  secondaryLocations?: Place[]
  publishedAt: string
  isListed: boolean
  workplaceType?: string | null
  jobUrl: string
  applyUrl?: string
  descriptionPlain?: string
  compensation?: { summaryComponents?: Component[] }
}

const periods: Readonly<Record<string, PayPeriod>> = {
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 WEEK': 'week',
  '1 DAY': 'day',
  '1 HOUR': 'hour',
}

/** The boards were read on this day; nothing in them is newer. */
const SEEN_AT = '2025-10-25T12:00:00.000Z'

/** `isRemote` is left out on purpose: beside an office it does not mean a remote job. */
export function fromAshby(board: string, job: AshbyJob): SeedJob {
  const places = [job, ...(job.secondaryLocations ?? [])]
  const addresses = places.map(addressOf)
  return {
    id: `ashby:${board}:${job.id}`,
    company: slugOfCompany(board),
    title: job.title.replace(/\s+/g, ' ').trim(),
    locations: places.map((place) => (place.location ?? '').trim()),
    addresses: addresses.some((address) => address !== null) ? addresses : undefined,
    workplaceType: job.workplaceType ?? undefined,
    employmentType: job.employmentType,
    publishedAt: new Date(job.publishedAt).toISOString(),
    firstSeenAt: SEEN_AT,
    pay: payOf(job.compensation?.summaryComponents ?? []),
    applyUrl: job.jobUrl,
  }
}

function addressOf({ address }: Place): Address | null {
  const postal = address?.postalAddress
  const line = {
    locality: postal?.addressLocality?.trim() || undefined,
    region: postal?.addressRegion?.trim() || undefined,
    country: postal?.addressCountry?.trim() || undefined,
  }
  return line.locality || line.region || line.country ? line : null
}

/**
 * Salary only, no equity or bonus. Where a job has several tiers the summary is their span, from the lowest minimum to
 * the highest maximum, which is what the board itself shows. Salaries of two currencies or intervals state no one pay.
 */
function payOf(components: readonly Component[]): SeedJob['pay'] {
  const salaries = components.filter((one) => one.compensationType === 'Salary')
  const kinds = new Set(salaries.map((one) => `${one.currencyCode} ${one.interval}`))
  const [first] = salaries
  const period = periods[first?.interval ?? '']
  if (!first?.currencyCode || !period || kinds.size !== 1) return undefined
  const lows = salaries.flatMap((one) => one.minValue ?? [])
  const highs = salaries.flatMap((one) => one.maxValue ?? [])
  if (lows.length + highs.length === 0) return undefined
  const min = lows.length > 0 ? Math.min(...lows) : null
  const max = highs.length > 0 ? Math.max(...highs) : null
  return { min, max, currency: first.currencyCode, period }
}
