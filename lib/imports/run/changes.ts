import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { PayPeriod } from '@/db/values'
import { type Changes, changesBetween } from '@/lib/jobs/changes'
import { payFact } from '@/lib/jobs/stored-job'
import type { JobFacts } from '@/lib/jobs/write-many'
import type { Taxonomy } from '@/lib/taxonomy/build'

type Before = {
  id: string
  title: string
  text: string
  roleId: number | null
  seniority: number
  workplace: number
  employmentType: number
  visa: number
  applyUrl: string | null
  locationStated: string
  eligibilityStated: string | null
  eligibleWorldwide: boolean
  payMin: string | null
  payMax: string | null
  payCurrency: string | null
  payPeriod: PayPeriod | null
  closesAt: string | null
  placeNames: string[]
  skillNames: string[]
}

type Rewritten = {
  known: { id: number }
  fate: 'changed' | 'reread' | 'reopened'
  job: { closesAt: Date | null }
  facts: JobFacts
}

/**
 * What the source's new words change in each job, for its history. The jobs are locked; those that people closed or edited here since
 * they were read are not among the answers.
 */
export async function changesOf(
  tx: Tx,
  taxonomy: Taxonomy,
  rewritten: readonly Rewritten[],
): Promise<Map<number, Changes | null>> {
  const ids = rewritten.map((one) => one.known.id)
  const { rows } = await tx.execute<Before>(sql`
    select id, title, text, role_id as "roleId", seniority, workplace, employment_type as "employmentType", visa,
      apply_url as "applyUrl", location_stated as "locationStated", eligibility_stated as "eligibilityStated",
      eligible_worldwide as "eligibleWorldwide", pay_min as "payMin", pay_max as "payMax", pay_currency as "payCurrency",
      pay_period as "payPeriod", closes_at as "closesAt",
      array(select p.name from job_places jp join places p on p.id = jp.place_id where jp.job_id = jobs.id order by jp.position)
        as "placeNames",
      array(select s.name from job_skills js join skills s on s.id = js.skill_id
        where js.job_id = jobs.id and js.origin = 'stated') as "skillNames"
    from jobs
    where not exists (select from companies c where c.id = jobs.company_id and c.imports_refused_at is not null)
      and id = any(${sql.param(ids)}::bigint[]) and edited_here_at is null
      and (state = 'published' or (state = 'closed'
        and (close_reason = 'source_gone' or (close_reason = 'withdrawn' and missing_since is not null))))
    for no key update`)
  const before = new Map(rows.map((row) => [Number(row.id), row]))
  return new Map(
    rewritten.flatMap((one) => {
      const stored = before.get(one.known.id)
      return stored ? [[one.known.id, changeOf(taxonomy, stored, one)] as const] : []
    }),
  )
}

/** Role, level and the like are this board's own reading of the title: they are not the source's news. */
function changeOf(taxonomy: Taxonomy, before: Before, { facts, job }: Rewritten): Changes | null {
  const stated = facts.skills.filter((skill) => skill.origin === 'stated')
  return changesBetween(
    {
      ...before,
      pay: payFact({ ...before, payMin: minor(before.payMin), payMax: minor(before.payMax) }),
      places: placeWords(before.placeNames, before.locationStated),
      skills: before.skillNames,
      closesAt: before.closesAt === null ? null : new Date(before.closesAt),
    },
    {
      ...facts,
      roleId: before.roleId,
      seniority: before.seniority,
      visa: before.visa,
      pay: payFact(facts),
      places: placeWords(
        facts.places.map(({ placeId }) => taxonomy.placeById.get(placeId)?.name ?? ''),
        facts.locationStated,
      ),
      skills: stated.map(({ id }) => taxonomy.skillById.get(id)?.name ?? ''),
      closesAt: job.closesAt,
    },
  )
}

/** Places that this board does not know are told in the words of the source. */
function placeWords(names: readonly string[], stated: string): readonly string[] {
  return names.length > 0 || stated === '' ? names : [stated]
}

function minor(amount: string | null): bigint | null {
  return amount === null ? null : BigInt(amount)
}
