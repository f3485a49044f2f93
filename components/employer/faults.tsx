import { Notice } from '@/components/ui/notice'
import type { JobField } from '@/lib/jobs/input'
import { fieldId } from './job-fields'
import { fieldWords } from './words'

type Props = { faults: Partial<Record<JobField, string>>; editHref?: string }

/** What keeps a job from being published, with a way to each field. */
export function Faults({ faults, editHref = '' }: Props) {
  const found = Object.entries(faults) as [JobField, string][]
  return (
    <Notice
      look="closed"
      role="alert"
      title={`Not published yet: ${found.length === 1 ? 'one field needs' : `${found.length} fields need`} another look`}
    >
      <ul className="list-disc pl-5">
        {found.map(([name, message]) => (
          <li key={name}>
            <a href={`${editHref}#${fieldId(name)}`}>{fieldWords[name]}</a>: {message}
          </li>
        ))}
      </ul>
      <p className="pt-1">Everything typed is kept.</p>
    </Notice>
  )
}
