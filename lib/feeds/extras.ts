import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { excerptOf } from './excerpt'

/** What a feed says of a job beyond its row. */
export type JobExtra = {
  role: { slug: string; name: string } | null
  /** Slugs (`de`) of the countries where it is, each once. */
  countries: string[]
  /** The beginning of its text without marks, at most 300 characters; null where the text is not here. */
  excerpt: string | null
}

const none: JobExtra = { role: null, countries: [], excerpt: null }

/** Marks and addresses of links take their share before an excerpt is long enough. */
const READ_CHARACTERS = 800

type Stored = {
  id: string
  roleSlug: string | null
  roleName: string | null
  countries: string[]
  start: string
}

/** One statement for a page of jobs; reads the beginning of each text only, and none of it where `texts` is false. */
export async function listJobExtras(
  ids: readonly number[],
  { texts = true }: { texts?: boolean } = {},
): Promise<(id: number) => JobExtra> {
  if (ids.length === 0) return () => none
  const { rows } = await db().execute<Stored>(sql`
    select j.id, r.slug as "roleSlug", r.name as "roleName", left(case when ${texts}::boolean then j.text else '' end, ${READ_CHARACTERS}) as start,
      array(select distinct p.slug from job_places jp join places p on p.id = jp.country_id where jp.job_id = j.id order by p.slug) as countries
    from jobs j left join roles r on r.id = j.role_id
    where j.id = any(${sql.param([...ids])}::bigint[])`)
  const extras = new Map(rows.map((row) => [Number(row.id), extraOf(row)]))
  return (id) => extras.get(id) ?? none
}

function extraOf({ roleSlug, roleName, countries, start }: Stored): JobExtra {
  return {
    role: roleSlug !== null && roleName !== null ? { slug: roleSlug, name: roleName } : null,
    countries,
    excerpt: excerptOf(start),
  }
}
