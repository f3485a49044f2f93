import type { ReactNode } from 'react'
import { dayText } from '@/components/format'
import type { VisaPolicy } from '@/db/values'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import type { JobPage } from '@/lib/jobs/queries'
import { Pay } from './pay'
import { PayTiers } from './pay-tiers'

/** Beside the name of the fact; alone it is `visaLabels`. */
const visaWords: Record<VisaPolicy, string> = { offered: 'Offered', not_offered: 'Not offered' }

function NotStated() {
  return <span className="text-ink-2">Not stated</span>
}

type Props = { job: Omit<JobPage, 'id' | 'text'>; locale: string }

/** The facts as the company states them; what it does not say is said to be not stated. */
export function JobFacts({ job, locale }: Props) {
  const facts: [string, ReactNode][] = [
    [
      job.places.length > 1 ? 'Places' : 'Place',
      job.places.length > 0 ? <Places key="p" places={job.places} /> : <NotStated key="n" />,
    ],
    ['Workplace', job.workplace ? workplaceLabels[job.workplace] : <NotStated key="n" />],
  ]
  if (job.workplace === 'remote') facts.push(['May be done from', job.eligibility ?? <NotStated key="n" />])
  facts.push(
    [
      'Pay',
      <div key="pay">
        <Pay pay={job.pay} implausible={job.payImplausible} locale={locale} />
        <PayTiers tiers={job.payTiers} locale={locale} />
      </div>,
    ],
    [
      'Employment type',
      job.employmentType ? employmentTypeLabels[job.employmentType] : <NotStated key="n" />,
    ],
    ['Level', job.seniority ? seniorityLabels[job.seniority] : <NotStated key="n" />],
  )
  if (job.visa) facts.push(['Visa sponsorship', visaWords[job.visa]])
  if (job.role) {
    facts.push([
      'Role',
      <a key="r" href={`/jobs?role=${job.role.slug}`}>
        {job.role.name}
      </a>,
    ])
  }
  facts.push(['First published', <Day key="d" iso={job.firstPublishedAt} locale={locale} />])
  if (job.firstSeenAt.slice(0, 10) !== job.firstPublishedAt.slice(0, 10)) {
    facts.push(['First seen here', <Day key="s" iso={job.firstSeenAt} locale={locale} />])
  }
  if (job.closesAt && !job.closedAt)
    facts.push(['Closes', <Day key="c" iso={job.closesAt} locale={locale} />])
  return (
    <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 border-b border-line pb-5 text-15 sm:grid-cols-[10rem_minmax(0,1fr)]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Day({ iso, locale }: { iso: string; locale: string }) {
  return <time dateTime={iso}>{dayText(iso, locale)}</time>
}

const PLACES_SHOWN = 6

/** Some jobs name forty places: the first stand here, all of them one step away. */
function Places({ places }: { places: string[] }) {
  const shown = places.length > PLACES_SHOWN + 2 ? places.slice(0, PLACES_SHOWN) : places
  const folded = places.slice(shown.length)
  return (
    <>
      <PlaceList places={shown} />
      {folded.length > 0 ? (
        <details>
          <summary className="w-fit rounded text-sign pointer-coarse:min-h-11 pointer-coarse:content-center">
            {folded.length} more places
          </summary>
          <PlaceList places={folded} />
        </details>
      ) : null}
    </>
  )
}

function PlaceList({ places }: { places: string[] }) {
  return (
    <ul>
      {places.map((place) => (
        <li key={place}>{place}</li>
      ))}
    </ul>
  )
}
