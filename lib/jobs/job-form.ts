import { db } from '@/db/client'
import type { JobState, Seniority } from '@/db/values'
import { loadTaxonomy } from '@/lib/taxonomy/load'
import { resolveTitle } from '@/lib/taxonomy/titles'
import { type Checked, checkDraft } from './check-draft'
import { getJobOf, type JobOf } from './employer-queries'
import type { DraftForm } from './input'
import { previewOf } from './preview'
import type { JobPage } from './queries'
import { formOf, readStoredJob, type StoredJob } from './stored-job'

export type JobForm = {
  job: JobOf
  state: JobState
  form: DraftForm
  /** A published job with changes that are kept and not published. */
  hasChanges: boolean
  updatedAt: string
  /** What the title says by itself, for the choices "as the title says". */
  fromTitle: { role: string | null; seniority: Seniority | null }
  roles: { slug: string; name: string }[]
  checked: Checked
}

/** The form of a job of the viewer's company, and whether it could be published at `now`; null to everybody else. */
export async function getJobForm(userId: string, publicId: string, now: Date): Promise<JobForm | null> {
  const found = await readForm(userId, publicId, now)
  if (!found) return null
  const { job, stored, form, checked, taxonomy } = found
  const said = resolveTitle(taxonomy, form.title)
  return {
    job,
    state: stored.state,
    form,
    hasChanges: stored.state === 'published' && stored.draft !== null,
    updatedAt: stored.updatedAt.toISOString(),
    fromTitle: {
      role: (said.role && taxonomy.roleBySlug.get(said.role)?.name) ?? null,
      seniority: said.seniority,
    },
    roles: [...taxonomy.roleBySlug.values()]
      .map(({ slug, name }) => ({ slug, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    checked,
  }
}

export type Preview = { job: JobOf; hasChanges: boolean; checked: Checked; page: JobPage | null }

/** The page as it would be if it were published at `now`; without a page when something is missing, which `checked` names. */
export async function getPreview(userId: string, publicId: string, now: Date): Promise<Preview | null> {
  const found = await readForm(userId, publicId, now)
  if (!found) return null
  const { job, stored, checked, taxonomy } = found
  const page = checked.ok ? previewOf({ job, stored, facts: checked.facts, taxonomy, now }) : null
  return { job, hasChanges: stored.state === 'published' && stored.draft !== null, checked, page }
}

async function readForm(userId: string, publicId: string, now: Date) {
  const job = await getJobOf(userId, publicId)
  if (!job) return null
  const [stored, taxonomy]: [StoredJob, Awaited<ReturnType<typeof loadTaxonomy>>] = await Promise.all([
    readStoredJob(db(), job.id),
    loadTaxonomy(),
  ])
  const form = stored.draft ?? formOf(stored, taxonomy)
  return {
    job,
    stored,
    form,
    taxonomy,
    checked: checkDraft(form, { taxonomy, company: job.companyName, now }),
  }
}
