import { textTree } from '@/lib/jobs/text'
import { JobText } from './job-text'

/** The text of a job as it is stored: read on the server, so that no browser has to load what reads Markdown. */
export function JobBody({ text }: { text: string }) {
  return <JobText tree={textTree(text)} />
}
