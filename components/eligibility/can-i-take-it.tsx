import { Answer } from './answer'
import { type Asked, askedOf } from './asked'
import { CountryChoice } from './country-choice'

type Props = { job: Asked; id: string; locale: string }

/** On the page of a remote job: where the reader works from, and the answer beside it. */
export function CanITakeIt({ job, id, locale }: Props) {
  if (job.workplace !== 'remote') return null
  return (
    <p className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-1 text-14">
      <CountryChoice id={id} locale={locale} />
      <Answer job={askedOf(job)} />
    </p>
  )
}
