import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { codeOf, workplaces } from '@/db/values'
import type { Label } from './label'

/** Cities and regions of that many people are suggested even where no job is open. */
const LARGE = 100_000

/** A count reads every open job once: on a board of a million it takes seconds, and nobody waits for it. */
const PATIENCE_MS = 20_000

/** Roles, skills, countries; companies that have an open job; regions and cities that have one or are large. */
export async function readLabels(database: Db): Promise<Label[]> {
  return database.transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`)
      const read = async (statement: SQL) => (await tx.execute<Label>(statement)).rows
      return [
        ...(await read(rolesWithJobs)).map(withOwnAliases),
        ...(await read(skillsWithJobs)),
        ...(await read(companiesWithJobs)),
        ...(await read(placesWithJobs('country', sql`countries`))),
        ...(await read(placesWithJobs('region', sql`regions`))),
        ...(await read(placesWithJobs('city', sql`cities`))),
        ...(await read(remoteJobs)),
      ]
    },
    { accessMode: 'read only' },
  )
}

/**
 * An alias that ends in another name of its role says more than the role: of "rust software engineer" only the last two
 * words may be taken for it.
 */
export function withOwnAliases(role: Label): Label {
  const names = new Set([role.label.toLowerCase(), ...role.aliases])
  const saysMore = (alias: string) => {
    const words = alias.split(' ')
    return words.some((_, at) => at > 0 && names.has(words.slice(at).join(' ')))
  }
  return { ...role, aliases: role.aliases.filter((alias) => !saysMore(alias)) }
}

const rolesWithJobs = sql`
  select 'role' as kind, r.slug, r.name as label, 'Role' as detail, coalesce(n.jobs, 0)::int as jobs, 0 as population,
    array(select alias from role_aliases where role_id = r.id) as aliases, '{}'::text[] as codes
  from roles r left join (select role_id, count(*) as jobs from job_search group by role_id) n on n.role_id = r.id`

const skillsWithJobs = sql`
  select 'skill' as kind, s.slug, s.name as label, 'Skill' as detail, coalesce(n.jobs, 0)::int as jobs, 0 as population,
    array(select alias from skill_aliases where skill_id = s.id) as aliases, '{}'::text[] as codes
  from skills s left join (
    select skill_id, count(*) as jobs from job_search, unnest(skills) as skill_id group by skill_id
  ) n on n.skill_id = s.id`

const companiesWithJobs = sql`
  select 'company' as kind, c.slug, c.name as label, 'Company' as detail, n.jobs::int as jobs, 0 as population,
    '{}'::text[] as aliases, '{}'::text[] as codes
  from (select company_id, count(*) as jobs from job_search group by company_id) n join companies c on c.id = n.company_id`

/** `ids` is the column of `job_search` that names places of this kind. The detail tells cities of one name apart. */
function placesWithJobs(kind: 'country' | 'region' | 'city', ids: SQL): SQL {
  return sql`
    select case when p.kind = 'city' then 'place' else p.kind end as kind, p.slug, p.name as label,
      case
        when p.kind = 'country' then 'Country'
        when p.kind = 'region' then 'Region in ' || c.name
        when r.name is not null and count(*) over (partition by p.country_id, p.name) > 1
          then 'City in ' || r.name || ', ' || c.name
        else 'City in ' || c.name
      end as detail,
      coalesce(n.jobs, 0)::int as jobs, p.population,
      array(select alias from place_aliases where place_id = p.id and alias !~ '^[A-Z]{2,3}$') as aliases,
      array(select alias from place_aliases where place_id = p.id and alias ~ '^[A-Z]{2,3}$')
        || case when p.kind = 'country' then array[p.country_code] else '{}' end as codes
    from places p
    join places c on c.id = p.country_id
    left join places r on r.id = p.region_id
    left join (
      select place_id, count(*) as jobs from job_search, unnest(${ids}) as place_id group by place_id
    ) n on n.place_id = p.id
    where p.kind = ${kind} and (p.kind = 'country' or n.jobs is not null or p.population >= ${LARGE})`
}

const remoteJobs = sql`
  select 'workplace' as kind, 'remote' as slug, 'Remote' as label, 'Workplace' as detail, count(*)::int as jobs,
    0 as population, array['work from home', 'wfh', 'home office'] as aliases, '{}'::text[] as codes
  from job_search where workplace = ${codeOf(workplaces, 'remote')}`
