import { type ReadJob, readJob } from '../adapter'
import type { JobFields } from '../shape'

/** What a source states of a job; everything but what matters is filled in. */
export function stated(externalId: string, fields: Partial<JobFields> = {}): ReadJob {
  return readJob({
    externalId,
    company: 'Demo Employer',
    title: `Backend Developer ${externalId}`,
    url: `https://example.org/jobs/${externalId}`,
    html: `<p>What ${externalId} is about.</p>`,
    publishedAt: new Date('2026-10-01T12:00:00Z'),
    ...fields,
  })
}
