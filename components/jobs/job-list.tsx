import { ShownList } from '@/components/visits/shown-list'
import { foldCopies } from '@/lib/jobs/fold'
import { JobRow, type RankWords, type ShownRow } from './job-row'

type Props = {
  rows: ShownRow[]
  asOf: string
  locale: string
  label: string
  level?: 2 | 3 | 4
  showCompany?: boolean
  /** The job that stands open beside the list. */
  openId?: string | null
  /** By public id: the named terms that a job's place in this order is made of. */
  why?: Record<string, RankWords> | undefined
  /** The country that the search names, for "Can I take this job?". */
  country?: string | null
}

export function JobList({ rows, asOf, label, openId = null, why, ...shared }: Props) {
  return (
    <>
      <ShownList asOf={asOf} />
      <ol aria-label={label} className="divide-y divide-line border-y border-line">
        {foldCopies(rows).map(({ row, copies }) => (
          <li key={row.publicId}>
            <JobRow
              job={row}
              copies={copies}
              asOf={asOf}
              isOpen={[row, ...copies].some((job) => job.publicId === openId)}
              why={why?.[row.publicId]}
              {...shared}
            />
          </li>
        ))}
      </ol>
    </>
  )
}
