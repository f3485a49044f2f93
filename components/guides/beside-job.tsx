import { PayBeside } from '@/components/figures/pay-beside'
import { calledHere } from '@/lib/figures/called'
import { placeOfPay } from '@/lib/figures/pay-place'
import { passagesFor } from '@/lib/guides/passages'
import { seniorityLabels } from '@/lib/jobs/labels'
import type { JobPage } from '@/lib/jobs/queries'
import { periodsInYear } from '@/lib/money'

/** What figures and guides say of a job: how its pay compares, and the parts of its role's guide that concern it. */
export async function BesideJob({ job }: { job: JobPage }) {
  const { role } = job
  if (role === null) return null
  const point = pointOf(job)
  const [called, place, passages] = await Promise.all([
    calledHere(),
    point === null
      ? null
      : placeOfPay({
          role: role.slug,
          seniority: job.seniority,
          countries: [...new Set(job.addresses.map(({ countryCode }) => countryCode))],
          ...point,
        }),
    passagesFor({
      role: role.slug,
      skills: job.skills.map(({ slug }) => slug),
      seniority: job.seniority,
      statesPay: job.pay !== null,
    }),
  ])
  const { country, seniority } = place?.among.measure.within ?? {}
  const about = [role.name, seniority && seniorityLabels[seniority], country && called.country(country)]
  return (
    <>
      {place ? (
        <PayBeside place={place} about={about.filter(Boolean).join(', ')} locale={called.locale} />
      ) : null}
      {passages.length > 0 ? (
        <section aria-labelledby="job-guide" className="grid gap-2">
          <h2 id="job-guide" className="text-16 font-semibold">
            From the guide to this role
          </h2>
          <ul className="grid gap-2">
            {passages.map(({ href, title, begins }) => (
              <li key={href}>
                <a href={href} className="font-medium">
                  {title}
                </a>
                {begins ? <p className="text-14 text-ink-2">{begins}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** The middle of the stated range by year; null where none is stated, or one that cannot be true. */
function pointOf({ pay, payImplausible }: JobPage): { point: number; currency: string } | null {
  const low = pay?.min ?? pay?.max
  const high = pay?.max ?? pay?.min
  if (!pay || payImplausible || low == null || high == null) return null
  return { point: ((low + high) / 2) * periodsInYear[pay.period], currency: pay.currency }
}
