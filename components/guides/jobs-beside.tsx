import { LiveJobs } from '@/components/search/live-jobs'
import { liveQuery, type Starting } from '@/components/search/live-query'
import type { SkillKind } from '@/db/values'
import { skillsToChoose } from '@/lib/figures/skills-to-choose'
import { answerListing } from '@/lib/search/answer'
import { currentViewer } from '@/lib/web/session'

const skillKindLabels: Record<SkillKind, string> = {
  language: 'Language',
  framework: 'Framework',
  database: 'Database',
  cloud: 'Cloud',
  tool: 'Tool',
  method: 'Method',
  soft: 'Way of working',
}

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
  const [answer, viewer, kinds] = await Promise.all([
    answerListing([...new URLSearchParams(query)]),
    currentViewer(),
    skillsToChoose(roles),
  ])
  return (
    <LiveJobs
      roles={roles}
      starting={starting}
      skillGroups={kinds.map(({ kind, skills }) => ({ label: skillKindLabels[kind], skills }))}
      initial={answer}
      initialQuery={query}
      locale={locale}
      isSignedIn={viewer !== null}
    />
  )
}
