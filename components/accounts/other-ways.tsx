import { Button } from '@/components/ui/button'

/** A button that posts, for ways to sign in that need nothing typed. */
export function OneButton({
  action,
  fields,
  label,
}: {
  action: string
  fields: Record<string, string>
  label: string
}) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">{label}</Button>
    </form>
  )
}

type Service = { id: string; name: string }

export function OauthButtons({ services, next }: { services: Service[]; next: string }) {
  if (services.length === 0) return null
  return (
    <section aria-label="Other ways to sign in" className="flex flex-wrap gap-3">
      {services.map(({ id, name }) => (
        <OneButton
          key={id}
          action={`/api/auth/signin/${id}`}
          fields={{ next }}
          label={`Sign in with ${name}`}
        />
      ))}
    </section>
  )
}

export function DemoButtons({ next }: { next: string }) {
  return (
    <section aria-labelledby="demo-people" className="grid gap-3">
      <h2 id="demo-people" className="text-18 font-semibold">
        Or as a demo person
      </h2>
      <div className="flex flex-wrap gap-3">
        <OneButton action="/api/demo/sign-in" fields={{ person: 'candidate', next }} label="Demo Candidate" />
        <OneButton action="/api/demo/sign-in" fields={{ person: 'employer', next }} label="Demo Employer" />
      </div>
    </section>
  )
}
