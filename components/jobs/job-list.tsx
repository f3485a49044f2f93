import { JobRow, type ShownRow } from './job-row'

type Props = {
  rows: ShownRow[]
  asOf: string
  locale: string
  label: string
  level?: 2 | 3
  showCompany?: boolean
}

export function JobList({ rows, asOf, locale, label, level = 2, showCompany = true }: Props) {
  return (
    <ol aria-label={label} className="divide-y divide-line border-y border-line">
      {rows.map((job) => (
        <li key={job.publicId}>
          <JobRow job={job} asOf={asOf} locale={locale} level={level} showCompany={showCompany} />
        </li>
      ))}
    </ol>
  )
}
