import { Button } from '@/components/ui/button'
import type { ImportState } from '@/db/values'

type Props = { id: string; state: ImportState; isRunning: boolean }

/** What one may do with an import; each button is a form of its own. */
export function ImportActions({ id, state, isRunning }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'active' && !isRunning ? <Act id={id} verb="run" words="Read it now" /> : null}
      {state === 'active' ? <Act id={id} verb="pause" words="Let it rest" /> : null}
      {state === 'paused' ? <Act id={id} verb="resume" words="Resume" /> : null}
      <Act id={id} verb="look" words={state === 'preview' ? 'Look again' : 'Look at all its jobs'} />
    </div>
  )
}

export function Act({
  id,
  verb,
  words,
  look = 'plain',
}: {
  id: string
  verb: string
  words: string
  look?: 'plain' | 'danger' | 'primary'
}) {
  return (
    <form method="post" action={`/api/imports/${id}/${verb}`}>
      <Button type="submit" look={look}>
        {words}
      </Button>
    </form>
  )
}
