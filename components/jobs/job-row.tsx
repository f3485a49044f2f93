import { Fragment } from 'react'
import { askedOf } from '@/components/eligibility/asked'
import { RowAnswer } from '@/components/eligibility/row-answer'
import { numberText } from '@/components/format'
import { NewMark } from '@/components/visits/new-mark'
import { RowLink } from '@/components/visits/row-link'
import { lastSeenAt } from '@/lib/jobs/fold'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import type { JobRow as Row } from '@/lib/jobs/queries'
import { Age } from './age'
import { Pay } from './pay'

export type ShownRow = Omit<Row, 'id'>
export type RankWords = readonly { name: string; points: number }[]
type Props = {
  job: ShownRow
  /** More jobs of the same opening on this page. */
  copies?: readonly ShownRow[]
  asOf: string
  locale: string
  level?: 2 | 3 | 4
  showCompany?: boolean
  isOpen?: boolean
  why?: RankWords | undefined
  country?: string | null
}

/**
 * What, who, where and how, how much, how fresh: one line each, in this order on every list. The second column is wide enough for
 * the marks that only the browser knows, so that they move nothing.
 */
export function JobRow(props: Props) {
  const { job, copies = [], asOf, locale, level = 2, showCompany = true } = props
  const { isOpen = false, why, country = null } = props
  const Heading = `h${level}` as const
  const open = 'before:absolute before:-inset-x-2 before:inset-y-0 before:-z-10 before:bg-sign-soft'
  return (
    <article
      className={`group relative isolate grid grid-cols-[minmax(0,1fr)_minmax(2.75rem,auto)] gap-x-3 gap-y-0.5 py-3 ${isOpen ? open : ''}`}
    >
      <Heading className="text-16 leading-snug font-semibold">
        <RowLink publicId={job.publicId} href={job.href} title={job.title} isOpen={isOpen} />
      </Heading>
      <p className="pt-0.5 text-right text-14 text-ink-2">
        <span className="sr-only">Published </span>
        <Age iso={job.firstPublishedAt} asOf={asOf} locale={locale} />
      </p>
      <p className="text-14 text-ink-2">
        {showCompany ? <span className="font-medium text-ink">{job.company.name}</span> : null}
        <Facts job={{ ...job, places: placesOf([job, ...copies]) }} led={showCompany} />
      </p>
      <p className="text-right text-14">
        <NewMark firstSeenAt={lastSeenAt([job, ...copies])} />
      </p>
      <p className="col-span-2 flex flex-wrap gap-x-4 text-14">
        <Pay pay={job.pay} implausible={job.payImplausible} locale={locale} />
        {job.skills.length > 0 ? (
          <span className="min-w-0 text-ink-2">
            {job.skills
              .slice(0, 5)
              .map((skill) => skill.name)
              .join(', ')}
          </span>
        ) : null}
      </p>
      {job.workplace === 'remote' ? <RowAnswer job={askedOf(job)} country={country} /> : null}
      {copies.length > 0 ? <Copies copies={copies} asOf={asOf} locale={locale} /> : null}
      {why && why.length > 0 ? <Why terms={why} locale={locale} /> : null}
    </article>
  )
}

/** The other jobs of an opening, each with its own page: folded, not left out. */
function Copies({ copies, asOf, locale }: { copies: readonly ShownRow[]; asOf: string; locale: string }) {
  return (
    <details className="col-span-2 text-14">
      <summary className="w-fit rounded text-ink-2 pointer-coarse:min-h-11 pointer-coarse:content-center">
        {copies.length === 1 ? 'One more job' : `${numberText(copies.length, locale)} more jobs`} of the same
        opening
      </summary>
      <ul className="grid gap-0.5 pt-1 pl-4">
        {copies.map((copy) => (
          <li key={copy.publicId}>
            <a href={copy.href} data-copy={copy.publicId}>
              {placesText(copy.places) ?? copy.locationStated ?? 'No place stated'}
            </a>{' '}
            <span className="text-ink-2">
              <Age iso={copy.firstPublishedAt} asOf={asOf} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function placesOf(jobs: readonly ShownRow[]): string[] {
  return [...new Set(jobs.flatMap((job) => job.places))]
}

/** "Title +600 · Skill +200 · Age −6": why the job stands where it stands. */
function Why({ terms, locale }: { terms: RankWords; locale: string }) {
  const words = terms.map(({ name, points }) => {
    const sign = points < 0 ? '−' : '+'
    return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${sign}${numberText(Math.abs(points), locale)}`
  })
  return (
    <p className="tabular col-span-2 text-12 text-ink-2">
      <span className="sr-only">Ranked by </span>
      {words.join(' · ')}
    </p>
  )
}

function Facts({ job, led }: { job: ShownRow; led: boolean }) {
  const facts = [
    placesText(job.places),
    job.workplace ? workplaceLabels[job.workplace] : null,
    job.employmentType ? employmentTypeLabels[job.employmentType] : null,
    job.seniority ? seniorityLabels[job.seniority] : null,
  ].filter((fact) => fact !== null)
  return facts.map((fact, i) => (
    <Fragment key={fact}>
      {led || i > 0 ? <span aria-hidden="true">{'\u00a0· '}</span> : null}
      <span className={fact.length < 20 ? 'whitespace-nowrap' : ''}>{fact}</span>
    </Fragment>
  ))
}

const SHOWN_PLACES = 2

/** All places of a job stand on its page; a row names the first two and how many more there are. */
export function placesText(places: string[]): string | null {
  if (places.length === 0) return null
  const more = places.length - SHOWN_PLACES
  return places.slice(0, SHOWN_PLACES).join('; ') + (more > 0 ? ` and ${more} more` : '')
}
