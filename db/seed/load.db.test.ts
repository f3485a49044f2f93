import { beforeAll, expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { loadSeed } from './load'
import { removeDemo } from './remove'

const board = testDb()
const LONG_MS = 180_000

async function counts(): Promise<Record<string, string>> {
  const { rows } = await board.owner.query(
    `select (select count(*) from jobs) as jobs, (select count(*) from job_search) as listed,
       (select count(*) from companies) as companies, (select count(*) from job_places) as places,
       (select count(*) from job_cards) as cards, (select count(*) from job_events) as events, (select count(*) from openings) as openings,
       (select md5(string_agg(public_id || title || first_published_at, ',' order by id)) from jobs) as digest`,
  )
  return rows[0]
}

beforeAll(async () => {
  const started = performance.now()
  const said: string[] = []
  const loaded = await loadSeed(board.ownerUrl, { onProgress: (detail) => said.push(detail) })
  expect(loaded.isNew).toBe(true)
  expect(said.length).toBeGreaterThan(5)
  // A generous bound that catches a hang; the promise is 90 s.
  expect(performance.now() - started).toBeLessThan(LONG_MS)
}, LONG_MS)

test(
  'the sample is loaded once: every job open, listed and marked demo',
  async () => {
    const before = await counts()
    expect(Number(before.jobs)).toBeGreaterThan(15_000)
    expect(before.listed).toBe(before.jobs)
    expect(before.cards).toBe(before.jobs)
    expect(await loadSeed(board.ownerUrl)).toEqual({ isNew: false, jobs: 0 })
    await board.owner.query("delete from settings where key = 'seed.digest'")
    expect(await loadSeed(board.ownerUrl)).toEqual({ isNew: true, jobs: 0 })
    expect(await counts()).toEqual(before)
    const { rows } = await board.owner.query('select count(*) from jobs where not is_demo')
    expect(rows[0].count).toBe('0')
  },
  LONG_MS,
)

test('the newest job of the sample is of yesterday', async () => {
  const { rows } = await board.owner.query(
    `select max(first_published_at at time zone 'UTC')::date = (now() at time zone 'UTC')::date - 1 as "isYesterday" from jobs`,
  )
  expect(rows[0].isYesterday).toBe(true)
})

test('only the federal postings, which are public domain, have a text', async () => {
  const { rows } = await board.owner.query(
    `select c.slug, count(*)::int as n from jobs j join companies c on c.id = j.company_id where j.text <> '' group by 1`,
  )
  expect(rows).toEqual([{ slug: 'technology-transformation-services', n: 121 }])
})

test(
  'a place or skill that is renamed is renamed on every card',
  async () => {
    const printed = `select count(*)::int as n from job_cards where card like '%Old name%'`
    await board.owner.query(
      `update skills set name = 'Old name' where slug = 'python';
       update places set name = 'Old name' where slug = 'de';
       update job_cards set card = job_card(job_id) where job_id in (
         select job_id from job_skills s join skills on skills.id = skill_id where slug = 'python'
         union select job_id from job_places p join places on places.id = p.country_id where slug = 'de')`,
    )
    expect((await board.owner.query(printed)).rows[0].n).toBeGreaterThan(100)
    await board.owner.query("delete from settings where key = 'seed.digest'")
    await loadSeed(board.ownerUrl)
    expect((await board.owner.query(printed)).rows[0].n).toBe(0)
  },
  LONG_MS,
)

test(
  'leaving demo mode removes the sample and nothing else',
  async () => {
    await board.owner.query(
      `insert into companies (slug, name) values ('a-real-one', 'A real one');
     insert into openings (company_id, fingerprint) select id, 'x' from companies where slug = 'a-real-one';
     insert into jobs (public_id, company_id, opening_id, source_id, state, title, first_published_at, first_seen_at)
     select repeat('a', 26), c.id, o.id, 1, 'published', 'Nurse', now(), now()
     from companies c join openings o on o.company_id = c.id where c.slug = 'a-real-one';
     insert into users (email) values ('real@example.org');
     insert into saved_queries (canonical) values ('');
     insert into saved_searches (user_id, query_id, name) select u.id, q.id, 'All jobs' from users u, saved_queries q;
     insert into mail_outbox (key, kind, to_address, subject, text, html, message_id, is_demo)
     values ('alert:1', 'alert', 'real@example.org', 's', 't', 'h', '<1@localhost>', true);
     insert into alert_deliveries (saved_search_id, mail_id) select s.id, m.id from saved_searches s, mail_outbox m;
     insert into alert_matches (saved_search_id, opening_id, job_id, delivery_id)
     select d.saved_search_id, j.opening_id, j.id, d.id from alert_deliveries d, jobs j where j.title = 'Nurse' or j.id = 1`,
    )
    await removeDemo(board.ownerUrl)
    const { rows } = await board.owner.query(
      `select (select array_agg(title) from jobs) as jobs, (select array_agg(name) from companies) as companies,
       (select count(*)::int from openings) as openings, (select count(*)::int from job_search) as listed,
       (select array_agg(kind) from sources) as sources, (select count(*)::int from mail_outbox) as mails,
       (select count(*)::int from alert_deliveries where mail_id is null) as told, (select count(*)::int from alert_matches) as matches, (select count(*)::int > 0 from roles) as "hasRoles",
       (select count(*)::int from settings where key like 'demo.%' or key = 'seed.digest') as settings`,
    )
    expect(rows).toEqual([
      {
        jobs: ['Nurse'],
        companies: ['A real one'],
        openings: 1,
        listed: 0,
        sources: ['typed'],
        mails: 0,
        told: 1,
        matches: 1,
        hasRoles: true,
        settings: 0,
      },
    ])
  },
  LONG_MS,
)
