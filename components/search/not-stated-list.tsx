import { keepsNotStated } from '@/lib/search/defaults'

type Key = keyof typeof keepsNotStated

/** Filters that a job can be silent about. Every job has a company, and its text is here or it is not. */
const silent: Partial<Record<Key, string>> = {
  role: 'role',
  place: 'place',
  workplace: 'workplace',
  from: 'where you may work from',
  pay: 'pay',
  seniority: 'level',
  skill: 'skill',
  type: 'employment type',
  visa: 'visa sponsorship',
  country: 'country',
  region: 'region',
}

/** From the constants that the filters themselves start with. */
export function NotStatedList() {
  const keys = Object.keys(silent) as Key[]
  const named = (isKept: boolean) =>
    keys.filter((key) => keepsNotStated[key] === isKept).flatMap((key) => silent[key] ?? [])
  return (
    <ul>
      <Line names={named(true)}>
        jobs that say nothing are kept, and counted beside the number of jobs, until you choose to leave them
        out
      </Line>
      <Line names={named(false)}>
        jobs that say nothing are left out once you choose a value, until you tick “Not stated” too
      </Line>
    </ul>
  )
}

function Line({ names, children }: { names: string[]; children: string }) {
  if (names.length === 0) return null
  const list = new Intl.ListFormat('en').format(names)
  return (
    <li>
      <strong>{list.charAt(0).toUpperCase() + list.slice(1)}:</strong> {children}.
    </li>
  )
}
