import type { PayPeriod } from '@/db/values'
import type { Address } from '@/lib/taxonomy/locations'

/** A job of the shipped sample: facts as its source states them. Only the federal postings, public domain, have a text. */
export type SeedJob = {
  /** `ashby:board:id`: the identity from which the public id is made. */
  id: string
  company: string
  title: string
  locations: string[]
  /** By position in `locations`. */
  addresses?: (Address | null)[]
  workplaceType?: string
  employmentType?: string
  /** ISO 8601, UTC. */
  publishedAt: string
  firstSeenAt: string
  /** Amounts in major units, as stated. */
  pay?: { min: number | null; max: number | null; currency: string; period: PayPeriod }
  applyUrl?: string
  /** Labelled by a machine, not stated by the company. */
  skills?: string[]
  text?: string
  /** Last day as stated by a federal posting: past, and not applied to the sample. */
  closes?: string
}

export type SeedCompany = { slug: string; name: string; website: string | null }
