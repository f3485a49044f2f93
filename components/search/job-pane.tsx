'use client'

import { Maximize2, X } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { Answer } from '@/components/eligibility/answer'
import { askedOf } from '@/components/eligibility/asked'
import { ApplyLink } from '@/components/jobs/apply-link'
import { ClosedNotice } from '@/components/jobs/closed-notice'
import { JobFacts } from '@/components/jobs/job-facts'
import { JobLead, JobSkills, TextElsewhere } from '@/components/jobs/job-parts'
import type { PublicJobRow } from '@/lib/search/answer'
import { jobsHref } from './query-string'
import type { OpenJob, useJob } from './use-job'
import { PANE_TITLE } from './use-pane'

type Props = {
  pane: ReturnType<typeof useJob>
  /** Its row, when it stands in the list: what is known before the job has come. */
  row: PublicJobRow | undefined
  query: string
  locale: string
  country: string | null
  /** The job on the screen is the one that was asked for. */
  onShown: () => void
}

/**
 * The job beside the list, from 1200 px on. On a narrower screen there is no room for it, and of an address that names one only its
 * head is shown, with the way to its page.
 */
export function JobPane({ pane, row, query, locale, country, onShown }: Props) {
  const { found, isStale, hasFailed, retry } = pane
  const shownId = isStale ? null : found?.job.publicId
  useEffect(() => {
    if (shownId) onShown()
  }, [shownId, onShown])
  const close = (
    <a
      href={jobsHref(query)}
      data-pane="close"
      className="inline-flex size-9 flex-none items-center justify-center rounded text-ink hover:bg-paper-2 pointer-coarse:size-11"
    >
      <X size={20} aria-hidden="true" />
      <span className="sr-only">Close the job</span>
    </a>
  )
  if (hasFailed || (found === null && !isStale)) {
    return (
      <Frame
        title={hasFailed ? 'The job could not be loaded' : 'This job is not here'}
        href={row?.href}
        close={close}
      >
        {hasFailed ? (
          <p>
            The list is as it was.{' '}
            <button type="button" onClick={retry} className="text-sign underline">
              Try again
            </button>
          </p>
        ) : (
          <p>Its address may be cut short, or it was never published.</p>
        )}
      </Frame>
    )
  }
  if (!found) {
    return (
      <Frame
        title={row?.title ?? 'Job'}
        lead={row ? <JobLead job={row} /> : null}
        href={row?.href}
        close={close}
        state="awaited"
      >
        <p className="text-ink-2">Loading…</p>
      </Frame>
    )
  }
  return (
    <Frame
      key={found.job.publicId}
      title={found.job.title}
      lead={<JobLead job={found.job} />}
      href={found.job.href}
      close={close}
      state={isStale ? 'stale' : 'here'}
    >
      <Whole {...found} locale={locale} country={country} />
    </Frame>
  )
}

type FrameProps = {
  title: string
  lead?: ReactNode
  /** Of the job's own page. */
  href?: string | undefined
  close: ReactNode
  /** What is said of a job that is awaited is already its own; only what is stale is dimmed. */
  state?: 'here' | 'awaited' | 'stale'
  children: ReactNode
}

function Frame({ title, lead, href, close, state = 'here', children }: FrameProps) {
  return (
    <section
      id="job-pane"
      aria-labelledby={PANE_TITLE}
      aria-busy={state !== 'here'}
      className="min-w-0 max-xl:order-first max-xl:col-span-full max-xl:mb-4 max-xl:border-b max-xl:border-line max-xl:pb-3 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto xl:border-l xl:border-line xl:pl-6"
    >
      <div
        className={`grid grid-cols-[minmax(0,1fr)] gap-4 transition-opacity duration-100 ${state === 'stale' ? 'opacity-55' : ''}`}
      >
        <header className="flex flex-wrap items-start justify-end gap-x-3">
          <div className="grid min-w-64 flex-1 grid-cols-[minmax(0,1fr)] gap-1">
            <h2 id={PANE_TITLE} tabIndex={-1} className="text-22 leading-tight font-semibold">
              {title}
            </h2>
            {lead}
          </div>
          <p className="flex flex-none items-center gap-1">
            {href ? (
              <a
                href={href}
                className="inline-flex min-h-9 items-center gap-1.5 text-14 pointer-coarse:min-h-11"
              >
                <Maximize2 size={16} aria-hidden="true" />
                Open full page
              </a>
            ) : null}
            {close}
          </p>
        </header>
        {children}
      </div>
    </section>
  )
}

function Whole({ job, text, locale, country }: OpenJob & { locale: string; country: string | null }) {
  const isOpen = job.state === 'published'
  return (
    <>
      {job.closedAt && job.closeReason ? (
        <ClosedNotice closedAt={job.closedAt} reason={job.closeReason} locale={locale} elsewhere={job.href} />
      ) : null}
      {isOpen ? (
        <div className="sticky top-0 z-10 border-b border-line bg-paper py-2 max-xl:hidden">
          <ApplyLink url={job.applyUrl} />
        </div>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 max-xl:hidden">
        {/* Where from is said above the list. */}
        <p className="text-14 empty:hidden">
          <Answer job={askedOf(job)} country={country} />
        </p>
        <JobFacts job={job} locale={locale} />
        <JobSkills skills={job.skills} skillEvidence={job.skillEvidence} />
        {text ?? <TextElsewhere applyUrl={job.applyUrl} />}
      </div>
    </>
  )
}
