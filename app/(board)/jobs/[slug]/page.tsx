import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'
import { BesideJob } from '@/components/guides/beside-job'
import { ApplyLink } from '@/components/jobs/apply-link'
import { ClosedNotice } from '@/components/jobs/closed-notice'
import { JobArticle } from '@/components/jobs/job-article'
import { JobHistory } from '@/components/jobs/job-history'
import { JobList } from '@/components/jobs/job-list'
import { JsonLd } from '@/components/layout/json-ld'
import { Notice } from '@/components/ui/notice'
import { MarkViewed } from '@/components/visits/mark-viewed'
import { systemClock } from '@/lib/clock'
import { env } from '@/lib/env'
import { jobPosting } from '@/lib/jobs/jsonld'
import { getJobPage, listSimilar, publicIdOf } from '@/lib/jobs/queries'
import { currentViewer } from '@/lib/web/session'

async function jobOf(params: PageProps<'/jobs/[slug]'>['params']) {
  const { slug } = await params
  const id = publicIdOf(slug)
  const job = id ? await getJobPage(id, await currentViewer()) : null
  return { slug, job }
}

export async function generateMetadata({ params }: PageProps<'/jobs/[slug]'>): Promise<Metadata> {
  const { job } = await jobOf(params)
  if (!job) return {}
  return {
    title: `${job.title} at ${job.company.name}`,
    description: `${job.title} at ${job.company.name}${job.places.length > 0 ? `, ${job.places.join('; ')}` : ''}`,
    // A copy names its original.
    alternates: { canonical: job.source?.url ?? job.href },
    ...(job.state === 'published' && !job.isHidden ? {} : { robots: { index: false } }),
  }
}

export default async function JobRoute({ params }: PageProps<'/jobs/[slug]'>) {
  const { slug, job } = await jobOf(params)
  if (!job) notFound()
  if (`/jobs/${slug}` !== job.href) permanentRedirect(job.href)
  const { BOARD_LOCALE: locale, BASE_URL } = env()
  const similar = await listSimilar(job.id, 6)
  const nonce = (await headers()).get('x-nonce') ?? undefined
  const asOf = systemClock().toISOString()
  const posting = job.isHidden ? null : jobPosting(job, BASE_URL)
  const open = job.state === 'published'
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <JobArticle
        job={job}
        locale={locale}
        notice={
          job.closedAt && job.closeReason ? (
            <ClosedNotice closedAt={job.closedAt} reason={job.closeReason} locale={locale} />
          ) : job.isHidden ? (
            <Notice look="time" title="The page where people apply is gone">
              It has not answered for two days, so this job is in no list. It may be filled, or its page may
              have moved: <a href={`/companies/${job.company.slug}`}>see {job.company.name}</a>.
            </Notice>
          ) : open ? null : (
            <Notice look="time" title="Not published">
              Only people of {job.company.name} see this page.
            </Notice>
          )
        }
        apply={open && !job.isHidden ? <ApplyLink url={job.applyUrl} /> : null}
        after={
          <>
            <BesideJob job={job} />
            <JobHistory job={job} locale={locale} />
          </>
        }
      />
      <aside aria-labelledby="similar">
        <h2 id="similar" className="pb-2 text-16 font-semibold">
          {open ? 'Similar jobs' : 'Open jobs like it'}
        </h2>
        {similar.length > 0 ? (
          <JobList rows={similar} asOf={asOf} locale={locale} label="Similar jobs" level={3} />
        ) : (
          <p className="text-ink-2">
            None is open just now. <a href="/jobs">See all open jobs</a>
          </p>
        )}
      </aside>
      <MarkViewed publicId={job.publicId} />
      {posting ? <JsonLd nonce={nonce} value={posting} /> : null}
    </div>
  )
}
