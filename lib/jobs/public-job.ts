import type { JobPage } from './queries'
import { textHtml } from './text'

/** A job as it leaves the board: without the number that counts inside, its text as HTML of allowed elements only. */
export type PublicJob = Omit<JobPage, 'id' | 'text'> & { html: string }

export function publicJob({ id: _, text, ...job }: JobPage): PublicJob {
  return { ...job, html: text === '' ? '' : textHtml(text) }
}
