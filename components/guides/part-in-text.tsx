import type { ReactNode } from 'react'
import { DrawnFigure } from '@/components/figures/drawn-figure'
import { FigureInText } from '@/components/figures/figure-in-text'
import type { FigurePage } from '@/components/figures/figure-page'
import type { Source } from '@/lib/guides/input'
import type { OpenJobs } from '@/lib/guides/open-jobs'
import type { JobsAsked, Part, PassageName } from '@/lib/guides/parts'
import { JobsInText } from './jobs-in-text'
import { Noted } from './noted'
import { PublicInText } from './public-in-text'

export type Cited = Pick<Source, 'id' | 'title' | 'publisher'>

/** What the parts of one page are made of. */
export type PageFacts = FigurePage & { jobs: ReadonlyMap<JobsAsked, OpenJobs> }

type Props = { part: Part; cited: readonly Cited[]; page: PageFacts; children: ReactNode }

/** What stands in a text beside Markdown. */
export function PartInText({ part, cited, page, children }: Props) {
  switch (part.kind) {
    case 'figure':
      return <FigureInText question={part.question} page={page} />
    case 'drawn':
      return <DrawnFigure question={part.question} page={page} />
    case 'jobs': {
      const jobs = page.jobs.get(part)
      return jobs ? <JobsInText asked={part} jobs={jobs} locale={page.called.locale} /> : null
    }
    case 'public':
      return <PublicInText number={part.number} called={page.called} />
    case 'cite':
      return (
        <Cite id={part.source} number={part.number} source={cited.find(({ id }) => id === part.source)} />
      )
    case 'rule':
      return <Noted note="rule of thumb, not measured">{children}</Noted>
    case 'passage':
      return <Passage name={part.name}>{children}</Passage>
  }
}

function Cite({ id, number, source }: { id: string; number: number; source: Cited | undefined }) {
  const name = source ? `Source ${number}: ${source.title}, ${source.publisher}` : `Source ${number}`
  return (
    <a href={`#source-${id}`} className="cite" aria-label={name} title={name}>
      [{number}]
    </a>
  )
}

const passageNames: Record<PassageName, string> = {
  short: 'In short',
  practice: 'From practice',
  mistake: 'A mistake and its cost',
  artefact: 'Worked example',
  number: 'A figure that changes the advice',
}

function Passage({ name, children }: { name: PassageName; children: ReactNode }) {
  return (
    <section className={`passage passage-${name}`} aria-label={passageNames[name]}>
      <p className="passage-name">{passageNames[name]}</p>
      {children}
    </section>
  )
}
