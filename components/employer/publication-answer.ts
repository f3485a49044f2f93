import type { Publication } from '@/lib/jobs/commands'
import { hrefOfJob } from '@/lib/jobs/rows'
import type { Answer } from '@/lib/web/answer'

/** Published: on to the job's own page. Not yet: back to the form, which names what is missing; everything typed is kept. */
export function publicationAnswer(publication: Publication, message: string): Answer {
  const { jobId } = publication
  if (!publication.isPublished) {
    const { faults } = publication
    const detail = 'Some fields need another look before this job can be published. Everything typed is kept.'
    return {
      to: `/employer/jobs/${jobId}/edit?check=1`,
      json: { type: 'about:blank', title: 'Unprocessable Entity', status: 422, detail, errors: faults },
      status: 422,
    }
  }
  const { state, slug, unknownSkills } = publication
  const left =
    unknownSkills.length > 0 ? ` Skills not known here were left out: ${unknownSkills.join(', ')}.` : ''
  const href = hrefOfJob({ slug, publicId: jobId })
  if (state === 'held')
    return { to: '/employer', message: `A moderator looks at it first.${left}`, json: { state } }
  return { to: href, message: message + left, json: { state, href } }
}
