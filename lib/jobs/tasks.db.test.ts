import { expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { closeDueJobs, relistJobs } from './tasks'

const board = testDb()

async function publish(id: string, closesAt: string): Promise<number> {
  const { rows } = await board.owner.query(
    `with c as (insert into companies (slug, name) values ($1, $1) returning id),
      o as (insert into openings (company_id, fingerprint) select id, $1 from c returning id, company_id),
      j as (insert into jobs (public_id, company_id, opening_id, source_id, state, title, first_published_at, first_seen_at, closes_at)
        select rpad($1, 26, 'a'), company_id, id, 1, 'published', 'Nurse', now(), now(), now() + $2::interval from o returning *),
      s as (insert into job_search (job_id, company_id, opening_id, role_id, seniority, workplace, employment_type, countries, regions,
        cities, skills, eligibility, worldwide, has_text, first_published_at, first_seen_at, terms, tsv, title_tsv)
        select id, company_id, opening_id, 0, 0, 0, 0, '{}', '{}', '{}', '{}', '{}', false, false, now(), now(), '{}', '', '' from j)
     select id::int from j`,
    [id, closesAt],
  )
  return rows[0].id
}

test('a job whose time is over closes with its reason, its event and its audit row; the others stay open', async () => {
  const due = await publish('due', '-1 minute')
  const open = await publish('open', '1 day')
  expect(await closeDueJobs()).toBe(1)
  expect(await closeDueJobs()).toBe(0)
  const { rows } = await board.owner.query(
    `select j.id::int, j.state, j.close_reason as reason, (select count(*)::int from job_search where job_id = j.id) as listed,
      (select count(*)::int from job_events where job_id = j.id and kind = 'closed') as events,
      (select count(*)::int from audit_log where object_id = j.id::text and action = 'job.closed') as audited
     from jobs j order by id`,
  )
  expect(rows).toEqual([
    { id: due, state: 'closed', reason: 'expired', listed: 0, events: 1, audited: 1 },
    { id: open, state: 'published', reason: null, listed: 1, events: 0, audited: 0 },
  ])
})

test('two workers at once close each job once', async () => {
  await publish('one', '-1 minute')
  await publish('two', '-1 minute')
  const [a, b] = await Promise.all([closeDueJobs(), closeDueJobs()])
  expect(a + b).toBe(2)
})

test('the jobs of a renamed company are found by its new name; a closed one stays off the listing', async () => {
  const open = await publish('old', '1 day')
  const { rows } = await board.owner.query(
    `update companies set name = 'Quagga' where slug = 'old' returning id`,
  )
  await board.owner.query(
    `insert into jobs (public_id, company_id, opening_id, source_id, state, title, first_published_at, first_seen_at, closed_at, close_reason)
     select rpad('gone', 26, 'a'), company_id, opening_id, 1, 'closed', 'Nurse', now(), now(), now(), 'filled' from jobs where id = $1`,
    [open],
  )
  await relistJobs(rows[0].id)
  await relistJobs(rows[0].id)
  const found = await board.owner.query(
    `select job_id::int as id from job_search where tsv @@ websearch_to_tsquery('pg_catalog.english', 'quagga')`,
  )
  expect(found.rows).toEqual([{ id: open }])
})
