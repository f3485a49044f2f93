import { env } from '@/lib/env'
import { employmentTypeLabels, seniorityLabels, visaLabels, workplaceLabels } from '@/lib/jobs/labels'
import { payWords } from '@/lib/jobs/pay-words'
import type { JobRow } from '@/lib/jobs/rows'
import type { DoorItem } from './door'

/** What, where, how much, and the beginning of the text: the lines that stand below a title in a feed. */
export function linesOf({ job, extra }: DoorItem): string[] {
  const facts = [job.company.name, placeWords(job), ...labelsOf(job)]
  const from = job.eligibility === null ? null : `From: ${job.eligibility}`
  return [facts.filter((fact) => fact !== null).join(' · '), payLine(job), from, extra.excerpt].filter(
    (line) => line !== null,
  )
}

/** What a feed reader can sort by: role, how, where, skills. Each once. */
export function tagsOf({ job, extra }: DoorItem): string[] {
  const skills = job.skills.map((skill) => skill.name)
  return [...new Set([...(extra.role ? [extra.role.name] : []), ...labelsOf(job), ...job.places, ...skills])]
}

function labelsOf(job: JobRow): string[] {
  return [
    job.workplace && workplaceLabels[job.workplace],
    job.employmentType && employmentTypeLabels[job.employmentType],
    job.seniority && seniorityLabels[job.seniority],
    job.visa && visaLabels[job.visa],
  ].filter((label) => label !== null)
}

function placeWords({ places, locationStated }: JobRow): string | null {
  return places.length > 0 ? places.join('; ') : locationStated || null
}

/** As on the page: pay that cannot be is shown as stated, and said to be so. */
function payLine({ pay, payImplausible }: JobRow): string {
  if (!pay) return 'Pay not stated'
  const words = payWords(pay, env().BOARD_LOCALE)
  return payImplausible ? `${words} (as stated; left out of filters and figures)` : words
}
