import { Button } from '@/components/ui/button'

const people = [
  {
    person: 'candidate',
    name: 'Demo Candidate',
    next: '/jobs',
    can: 'Narrow the jobs, read one, and save a search. The mail about a new job that matches is caught here.',
  },
  {
    person: 'employer',
    name: 'Demo Employer',
    next: '/employer',
    can: 'Post a job for a company: draft, preview, publish. It stands in the listing at once, and alerts go out.',
  },
]

/** One click each; the route behind exists on a demo board only (decision 20). */
export function DemoPeople() {
  return (
    <>
      <ul className="grid border-y border-line sm:grid-cols-2 sm:divide-x sm:divide-line">
        {people.map(({ person, name, next, can }) => (
          <li
            key={person}
            className="grid content-start gap-3 border-b border-line py-5 last:border-b-0 sm:border-b-0 sm:px-6 sm:first:pl-0"
          >
            <h2 className="text-18 font-semibold">{name}</h2>
            <p className="text-ink-2">{can}</p>
            <form method="post" action="/api/demo/sign-in">
              <input type="hidden" name="person" value={person} />
              <input type="hidden" name="next" value={next} />
              <Button type="submit" look="primary">
                Sign in as {name}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <p className="pt-5">
        No mail leaves this machine: <a href="/demo/mail">read the caught mail</a>.
      </p>
    </>
  )
}
