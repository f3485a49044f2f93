import { workplaceLabels } from '@/lib/jobs/labels'
import type { JobPage, JobRow } from '@/lib/jobs/queries'
import { placesText } from './job-row'

// What the page of a job and the pane beside the list have in common.

/** Company, places and workplace: the line under the title. */
export function JobLead({ job }: { job: Pick<JobRow, 'company' | 'places' | 'workplace'> }) {
  const line = [placesText(job.places), job.workplace ? workplaceLabels[job.workplace] : null]
    .filter(Boolean)
    .join(' · ')
  return (
    <p className="text-16">
      <a href={`/companies/${job.company.slug}`} className="font-medium">
        {job.company.name}
      </a>
      {line ? <span className="text-ink-2"> · {line}</span> : null}
    </p>
  )
}

export function JobSkills({ skills, skillEvidence }: Pick<JobPage, 'skills' | 'skillEvidence'>) {
  if (skills.length === 0) return null
  return (
    <div className="grid gap-1 text-15">
      <p>
        <span className="text-ink-2">Skills: </span>
        {skills.map((skill, i) => (
          <span key={skill.slug}>
            {i > 0 ? ', ' : ''}
            <a href={`/jobs?skill=${skill.slug}`}>{skill.name}</a>
          </span>
        ))}
      </p>
      <HowRead skills={skillEvidence} />
    </div>
  )
}

/** Folded without scripts too: each skill with the words of the job that it rests on. */
function HowRead({ skills }: { skills: JobPage['skillEvidence'] }) {
  return (
    <details className="text-14 text-ink-2">
      <summary className="w-fit rounded pointer-coarse:min-h-11 pointer-coarse:content-center">
        How these skills were read
      </summary>
      <ul className="grid gap-1 pt-1">
        {skills.map(({ slug, name, origin, evidence }) => (
          <li key={slug}>
            <span className="text-ink">{name}</span> —{' '}
            {evidence && origin !== 'machine' ? <span className="break-words">“{evidence}” · </span> : null}
            {originWords[origin]}
          </li>
        ))}
      </ul>
    </details>
  )
}

const originWords: Record<JobPage['skillEvidence'][number]['origin'], string> = {
  stated: 'stated',
  text: 'read in the text',
  machine: 'labelled by a machine, in the shipped sample',
}

export function TextElsewhere({ applyUrl }: Pick<JobPage, 'applyUrl'>) {
  return (
    <section className="grid gap-2 border-l-4 border-line bg-paper-2 px-4 py-3">
      <h2 className="text-16 font-semibold">The description is at the employer’s own page</h2>
      <p>
        This board holds only the facts of this job: title, company, places, dates and pay.{' '}
        {applyUrl ? (
          <>
            Read the whole text at{' '}
            <a href={applyUrl} rel="nofollow ugc noopener">
              {new URL(applyUrl).host}
            </a>
            .
          </>
        ) : (
          'The employer gave no address for it.'
        )}
      </p>
    </section>
  )
}
