import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { type Actor, inTransaction, type Tx } from '@/db/transaction'
import { listJobs, unlistJobs } from '@/lib/jobs/listing'
import { done } from '@/lib/outcome'
import { boardAgent } from '@/lib/outside/agent'
import { fetchOutside } from '@/lib/outside/fetch-outside'
import { waitForTurn } from './run/pace'

const system: Actor = { kind: 'system', name: 'imports.check_links' }

/** A page that has been gone for so long takes its job out of the lists. */
export const DEAD_HOURS = 48

/** Links looked at in one round, which is set off every five minutes; of one host only a few. */
const ROUND = 60
const OF_ONE_HOST = 6
/** Of so many due ones the round takes few of each host, so that a large host keeps no other waiting. */
const LOOKED_AMONG = 1000

export type Link = { jobId: number; url: string }
export type Life = 'alive' | 'dead' | 'unknown'
export type Seen = Link & { life: Life; status: number | null }

/** Looks at the links whose time has come, at the pace of their hosts; answers how many. Links of the sample are not asked. */
export async function checkDueLinks(fetch = fetchOutside, wait = waitForTurn): Promise<number> {
  const links = fewOfEachHost([...(await listDue()), ...(await listNew())])
  for (const link of links) {
    const seen = await lookAt(link, fetch, wait)
    if (seen) await noteLife(seen)
  }
  return links.length
}

/** HEAD, and GET where a server does not know HEAD or says that the page is gone: only then it is. */
async function lookAt(
  link: Link,
  fetch: typeof fetchOutside,
  wait: typeof waitForTurn,
): Promise<Seen | null> {
  for (const method of ['HEAD', 'GET'] as const) {
    // A host that wants to be left alone is asked another time.
    if (!(await wait(link.url))) return null
    const answer = await fetch(link.url, { method, from: boardAgent() })
    if (!answer.ok) {
      // What is too large to be read is there.
      const life = answer.reason === 'too-large' ? 'alive' : 'unknown'
      return { ...link, life, status: null }
    }
    if (answer.status >= 200 && answer.status < 400) return { ...link, life: 'alive', status: answer.status }
    if (method === 'GET') {
      const isGone = answer.status === 404 || answer.status === 410
      return { ...link, life: isGone ? 'dead' : 'unknown', status: answer.status }
    }
  }
  return { ...link, life: 'unknown', status: null }
}

const again: Record<Life, string> = { alive: '7 days', dead: '12 hours', unknown: '1 day' }

/** Writes what was seen, and takes the job out of the lists, or back into them. */
export async function noteLife({ jobId, life, status }: Seen): Promise<void> {
  await inTransaction(system, async (tx) => {
    const { rows } = await tx.execute<{ isOver: boolean; isHidden: boolean }>(sql`
      with noted as (
        insert into link_checks as k (job_id, checked_at, next_at, status, dead_since)
        select id, now(), now() + ${again[life]}::interval, ${status}::smallint, ${life === 'dead' ? sql`now()` : null}
        from jobs where id = ${jobId}
        on conflict (job_id) do update set checked_at = now(), next_at = excluded.next_at, status = excluded.status,
          dead_since = case ${life} when 'alive' then null when 'dead' then coalesce(k.dead_since, now()) else k.dead_since end
        returning job_id, dead_since
      )
      select coalesce(n.dead_since <= now() - make_interval(hours => ${DEAD_HOURS}), false) as "isOver",
        j.hidden_at is not null as "isHidden"
      from noted n join jobs j on j.id = n.job_id where j.state = 'published'`)
    const [job] = rows
    // A page that only refuses to answer today is not gone.
    if (life === 'dead' && job?.isOver && !job.isHidden) await hide(tx, jobId)
    else if (job?.isHidden && life === 'alive') await show(tx, jobId)
    return done()
  })
}

async function hide(tx: Tx, jobId: number): Promise<void> {
  await tx.execute(sql`update jobs set hidden_at = now() where id = ${jobId}`)
  await unlistJobs(tx, [jobId])
}

async function show(tx: Tx, jobId: number): Promise<void> {
  await tx.execute(sql`update jobs set hidden_at = null where id = ${jobId}`)
  await listJobs(tx, [jobId])
}

/** Links that were looked at before, the longest due first. */
async function listDue(): Promise<Link[]> {
  // What has closed is not looked at again, and must not stand in front of what is open.
  await db().execute(sql`
    delete from link_checks where job_id in (
      select k.job_id from link_checks k join jobs j on j.id = k.job_id
      where k.next_at <= now() and j.state = 'closed' order by k.next_at limit ${LOOKED_AMONG})`)
  const { rows } = await db().execute<{ jobId: string; url: string }>(sql`
    select k.job_id as "jobId", j.apply_url as url from link_checks k join jobs j on j.id = k.job_id
    where k.next_at <= now() and j.state = 'published' and j.apply_url is not null and not j.is_demo
    order by k.next_at limit ${LOOKED_AMONG}`)
  return rows.map((row) => ({ jobId: Number(row.jobId), url: row.url }))
}

const CURSOR = 'links.cursor'
const SCANNED = 500

/** Open jobs nobody has looked at, found by going round the listing a piece at a time, so that a round costs the same on every board. */
async function listNew(): Promise<Link[]> {
  const { rows } = await db().execute<{ jobId: string; url: string | null; isNew: boolean }>(sql`
    select s.job_id as "jobId", j.apply_url as url,
      j.apply_url is not null and not j.is_demo and not exists (select from link_checks k where k.job_id = s.job_id) as "isNew"
    from job_search s join jobs j on j.id = s.job_id
    where s.job_id > coalesce((select (value)::text::bigint from settings where key = ${CURSOR}), 0)
    order by s.job_id limit ${SCANNED}`)
  const fresh = rows.filter((row) => row.isNew).slice(0, ROUND)
  // Where not all new ones fit, the next round begins behind the last that did.
  const last = fresh.length === ROUND ? fresh.at(-1) : rows.length === SCANNED ? rows.at(-1) : null
  await db().execute(sql`
    insert into settings (key, value) values (${CURSOR}, to_jsonb(${Number(last?.jobId ?? 0)}::bigint))
    on conflict (key) do update set value = excluded.value`)
  return fresh.flatMap(({ jobId, url }) => (url === null ? [] : [{ jobId: Number(jobId), url }]))
}

function fewOfEachHost(links: readonly Link[]): Link[] {
  const counts = new Map<string, number>()
  return links
    .filter(({ url }) => {
      const { host } = new URL(url)
      const n = (counts.get(host) ?? 0) + 1
      counts.set(host, n)
      return n <= OF_ONE_HOST
    })
    .slice(0, ROUND)
}
