import { Button, ButtonLink } from '@/components/ui/button'
import { newSearchHref } from '@/lib/alerts/links'
import { currentViewer } from '@/lib/web/session'

/** The way to the newsletter of a role: a saved search with its news. Who is not signed in proves the address first, then subscribes. */
export async function RoleNews({ role, title }: { role: string; title: string }) {
  const viewer = await currentViewer()
  const next = newSearchHref({ query: new URLSearchParams({ role }).toString(), withNews: true })
  return (
    <section
      aria-labelledby="role-news"
      className="no-print grid max-w-prose gap-3 border-y border-line py-5"
    >
      <h2 id="role-news" className="text-18 font-semibold">
        {title}, once a week by mail
      </h2>
      <p className="text-15 text-ink-2">
        Every Monday: new jobs of the role, figures that moved, and pages of its guide that are new or were
        reviewed; no mail when nothing changed, and each mail has a link that stops them.
      </p>
      {viewer ? (
        <div>
          <ButtonLink href={next} rel="nofollow">
            See what it would send
          </ButtonLink>
        </div>
      ) : (
        <form method="post" action="/api/sign-in" className="grid gap-3 sm:max-w-md">
          <input type="hidden" name="next" value={next} />
          <div className="grid gap-1">
            <label htmlFor="news-email" className="text-15 font-medium">
              Your e-mail address
            </label>
            {/* Not a TextField: beside it stands a field with a script, which the page would fetch. */}
            <input
              id="news-email"
              name="email"
              type="email"
              aria-describedby="news-email-help"
              autoComplete="email"
              maxLength={254}
              required
              className="control"
            />
            <p id="news-email-help" className="text-14 text-ink-2">
              We mail you a link first. Nothing is sent every week before you have opened it and said so.
            </p>
          </div>
          <div>
            <Button type="submit">Get this weekly</Button>
          </div>
        </form>
      )}
    </section>
  )
}
