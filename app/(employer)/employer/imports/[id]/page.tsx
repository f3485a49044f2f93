import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormMessage } from '@/components/employer/form-message'
import { numberText } from '@/components/format'
import { ChoiceForm } from '@/components/imports/choice-form'
import { Act, ImportActions } from '@/components/imports/import-actions'
import { nameOf } from '@/components/imports/import-list'
import { Moment } from '@/components/imports/moment'
import { PreviewTable } from '@/components/imports/preview-table'
import { RefusalList } from '@/components/imports/refusal-list'
import { RunTable } from '@/components/imports/run-table'
import { ScheduleForm } from '@/components/imports/schedule-form'
import { Watch } from '@/components/imports/watch'
import { stateWords } from '@/components/imports/words'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading } from '@/components/ui/page-heading'
import { env } from '@/lib/env'
import { getImportPage, type ImportPage } from '@/lib/imports/page-queries'
import { findImportOf } from '@/lib/imports/queries'
import { requireAdapter } from '@/lib/imports/run/import-board'
import { type KeptForm, keptForm } from '@/lib/web/forms'
import { requireViewer } from '@/lib/web/session'

export const metadata: Metadata = { title: 'Import' }

export default async function ImportRoute({ params, searchParams }: PageProps<'/employer/imports/[id]'>) {
  const { id } = await params
  const viewer = await requireViewer(`/employer/imports/${id}`)
  const found = await findImportOf(viewer, id, 'recruiter')
  const page = found ? await getImportPage(found.sourceId) : null
  if (!found || !page) notFound()
  const kept = await keptForm((await searchParams).kept)
  const locale = env().BOARD_LOCALE
  const isAwaited =
    page.preview === null && (page.state === 'preview' || (await searchParams).looking === '1')
  const last = page.runs[0]
  const { isRunning } = page
  return (
    <>
      <PageHeading
        title={nameOf(page)}
        lead={
          <>
            {page.company ? page.company.name : 'Companies as the source names them'} ·{' '}
            {stateWords[page.state]} ·{' '}
            <a href={requireAdapter(page.adapter).homeOf(page.board)} rel="nofollow noopener">
              the board itself
            </a>
          </>
        }
        aside={<ImportActions id={id} state={page.state} isRunning={isRunning} />}
      />
      <FormMessage message={kept?.message} />
      <div className="grid gap-8">
        {isAwaited || isRunning ? <Awaited id={id} isRunning={isRunning} /> : null}
        {last?.state === 'held' ? <Held id={id} reason={last.error ?? ''} /> : null}
        {last?.state === 'failed' ? (
          <Notice look="closed" title="The last reading failed">
            {last.error} Nothing was closed by it.{' '}
            {page.nextRunAt ? (
              <>
                It is tried again <Moment iso={page.nextRunAt} locale={locale} />.
              </>
            ) : null}
          </Notice>
        ) : null}
        {page.missing.length > 0 ? <Missing id={id} page={page} locale={locale} /> : null}
        {page.preview ? <Preview id={id} page={page} locale={locale} kept={kept} /> : null}
        {page.runs.length > 0 ? <Runs id={id} page={page} locale={locale} /> : null}
        <section aria-labelledby="end" className="grid gap-2 border-t border-line pt-4">
          <h2 id="end" className="text-18 font-semibold">
            End this import
          </h2>
          <p className="max-w-2xl text-15 text-ink-2">
            Its {numberText(page.openJobs, locale)} open {page.openJobs === 1 ? 'job is' : 'jobs are'}{' '}
            withdrawn. Their pages stay and say so. To keep the jobs, let the import rest instead.
          </p>
          <div>
            <Act id={id} verb="removal" words="End it and withdraw its jobs" look="danger" />
          </div>
        </section>
      </div>
    </>
  )
}

function Awaited({ id, isRunning }: { id: string; isRunning: boolean }) {
  return (
    <Notice
      look="info"
      role="status"
      title={isRunning ? 'The source is being read' : 'The source is being asked'}
    >
      This takes seconds for most boards and some minutes for very large ones.{' '}
      <a href={`/employer/imports/${id}`}>Look how far it is</a>
      <Watch />
    </Notice>
  )
}

function Held({ id, reason }: { id: string; reason: string }) {
  return (
    <Notice look="time" title="The last answer is doubted">
      <p>{reason} New and changed jobs of it came in.</p>
      <p className="pt-1 pb-2">
        If the board really has that few jobs now, say so: the next answer is believed.
      </p>
      <Act id={id} verb="belief" words="It is right: believe the next answer" />
    </Notice>
  )
}

type Part = { id: string; page: ImportPage; locale: string }

function Missing({ id, page, locale }: Part) {
  return (
    <section aria-labelledby="missing" className="grid gap-2">
      <h2 id="missing" className="text-18 font-semibold">
        No longer at the source: {numberText(page.missingJobs, locale)}
      </h2>
      <ul className="border-t border-line">
        {page.missing.map((job) => (
          <li
            key={job.publicId}
            className="flex flex-wrap justify-between gap-x-6 border-b border-line py-1.5"
          >
            <a href={job.href}>{job.title}</a>
            <span className="text-14 text-ink-2">
              closes <Moment iso={job.closesAt} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Act id={id} verb="missing" words="Close them now" />
      </div>
    </section>
  )
}

function Preview({ id, page, locale, kept }: Part & { kept: KeptForm | null }) {
  const { preview } = page
  if (!preview) return null
  const isPublished = page.state !== 'preview'
  return (
    <section aria-labelledby="preview" className="grid gap-4">
      <h2 id="preview" className="text-18 font-semibold">
        {isPublished ? 'What the source had' : 'What would be published'}: {numberText(preview.total, locale)}{' '}
        {preview.total === 1 ? 'job' : 'jobs'}
        <span className="block text-14 font-normal text-ink-2">
          Seen <Moment iso={preview.at} locale={locale} />
        </span>
      </h2>
      {preview.error ? <Notice look="time">{preview.error}</Notice> : null}
      {preview.total === 0 ? (
        <EmptyState title="No job was found there" step={<Act id={id} verb="look" words="Look again" />}>
          Compare with the board itself. If the jobs are there, the kind of source may be another one.
        </EmptyState>
      ) : (
        <>
          <ChoiceForm
            id={id}
            preview={preview}
            settings={page.settings}
            isPublished={isPublished}
            locale={locale}
            typedRoles={kept?.values.departmentRoles?.[0]}
            kept={
              kept
                ? { departments: kept.values.keptDepartments ?? [], places: kept.values.keptPlaces ?? [] }
                : undefined
            }
            error={kept?.errors.departmentRoles}
          />
          <PreviewTable preview={preview} locale={locale} />
        </>
      )}
      {preview.refused > 0 ? (
        <details>
          <summary className="cursor-pointer text-15 font-medium">
            {numberText(preview.refused, locale)} could not be read
          </summary>
          <RefusalList refusals={preview.refusals} total={preview.refused} />
        </details>
      ) : null}
    </section>
  )
}

function Runs({ id, page, locale }: Part) {
  const [last] = page.runs
  return (
    <section aria-labelledby="runs" className="grid gap-2">
      <h2 id="runs" className="text-18 font-semibold">
        Readings
      </h2>
      <p className="text-15 text-ink-2">
        {page.nextRunAt ? (
          <>
            Next <Moment iso={page.nextRunAt} locale={locale} />, then every{' '}
            {numberText(Math.round(page.everyMinutes / 60), locale)} hours.
          </>
        ) : (
          'Only when somebody asks.'
        )}
      </p>
      <ScheduleForm id={id} everyMinutes={page.everyMinutes} />
      <RunTable runs={page.runs} locale={locale} />
      {last && last.refused > 0 ? (
        <details>
          <summary className="cursor-pointer text-15 font-medium">
            {numberText(last.refused, locale)} refused by the last one
          </summary>
          <RefusalList refusals={last.refusals} total={last.refused} />
        </details>
      ) : null}
    </section>
  )
}
