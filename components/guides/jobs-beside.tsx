import { LiveJobs } from '@/components/search/live-jobs'
import { liveQuery, type Starting } from '@/components/search/live-query'
import { answerListing } from '@/lib/search/answer'
import { currentViewer } from '@/lib/web/session'

type Props = {
  roles: string[]
  /** Of the page's address. */
  params: (readonly [string, string])[]
  starting?: Starting
  locale: string
}

/** Open jobs of the roles that a page is about, as its reader has narrowed them. */
export async function JobsBeside({ roles, params, starting = [], locale }: Props) {
  const query = liveQuery(roles, params, starting)
  const [answer, viewer] = await Promise.all([
    answerListing([...new URLSearchParams(query)]),
    currentViewer(),
  ])
  return (
    <LiveJobs
      roles={roles}
      starting={starting}
      initial={answer}
      initialQuery={query}
      locale={locale}
      isSignedIn={viewer !== null}
    />
  )
}
