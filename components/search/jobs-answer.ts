import type { ShownRow } from '@/components/jobs/job-row'
import type { Chip } from '@/lib/search/describe'
import type { Facets } from '@/lib/search/facets'
import type { Ignored } from '@/lib/search/grammar'

/** What `/api/v1/jobs` answers; the page starts from the same value. */
export type JobsAnswer = {
  data: ShownRow[]
  page: { after: string | null; before: string | null }
  meta: {
    total: number | null
    facets: Facets | null
    canonical: string
    chips: Chip[]
    ignored: Ignored[]
    /** "38 state no pay": what the count contains that was not stated. */
    stated: string | null
    /** The server's clock, against which ages are shown. */
    asOf: string
  }
}
