import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testDb } from '@/db/testing'
import { randomFrom } from '@/lib/jobs/testing/random'
import { ROOT } from '../board/root'

const isFull = process.env.WAYPOST_FULL === '1'
const VOLUME = path.join(ROOT, '../shared/data/volume/greenhouse_facts_2026-01-06.tsv.gz')
const KILLS = isFull ? 50 : 4
const ROWS = 4000
const MINUTE = 60_000

const board = testDb()

/** A table of our own, in which titles, companies and places repeat. */
function smallTable(): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'waypost-killed-')), 'table.csv')
  const titles = ['Backend Developer', 'Senior Nurse', 'Accountant', 'Product Designer', 'Data Engineer']
  const places = ['Berlin, Germany', 'London, UK', 'Remote', 'Austin, TX', 'Paris, France', '']
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const title = `${titles[i % titles.length]} ${i % 700}`
    return `${i},Demo Employer ${i % 90},${title},"${places[i % places.length]}",https://example.org/jobs/${i}`
  })
  writeFileSync(file, ['id,company,title,location,url', ...rows].join('\n'))
  return file
}

/** One run of the command; killed after so many milliseconds. */
async function run(file: string, as: string, killAfterMs: number | null): Promise<string> {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'import', 'csv', file, '--as', as], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: board.ownerUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  if (killAfterMs !== null) {
    await Promise.race([ended, sleep(killAfterMs)])
    child.kill('SIGKILL')
  }
  await ended
  return said
}

/** All that an import says of its jobs, but for ids, dates and the source itself. */
async function endState(as: string): Promise<unknown> {
  const { rows } = await board.owner.query(
    `select count(*)::int as jobs, count(distinct j.company_id)::int as companies, count(distinct j.opening_id)::int as openings,
       count(s.job_id)::int as listed, count(k.job_id)::int as cards,
       md5(string_agg(concat_ws('|', j.external_id, j.title, c.name, j.state, j.role_id, j.seniority, j.source_hash,
         left(o.fingerprint, 12), j.location_stated, s.terms::text,
         (select string_agg(p.place_id::text, ',' order by p.position) from job_places p where p.job_id = j.id),
         (select string_agg(e.kind, ',' order by e.id) from job_events e where e.job_id = j.id)), E'\\n' order by j.external_id)) as digest
     from jobs j join companies c on c.id = j.company_id join openings o on o.id = j.opening_id
       left join job_search s on s.job_id = j.id left join job_cards k on k.job_id = j.id
       join imports i on i.source_id = j.source_id where i.board = $1`,
    [as],
  )
  return rows[0]
}

test(
  `an import that is killed ${KILLS} times at random ends as one that was not`,
  async () => {
    const file = isFull && existsSync(VOLUME) ? VOLUME : smallTable()
    const seed = Date.now() % 1_000_000
    const random = randomFrom(seed)
    for (let i = 0; i < KILLS; i++) {
      await run(file, 'https://example.org/killed.csv', 1200 + random() * (isFull ? 9000 : 2500))
      // As when its lease has run out.
      await board.owner.query('update imports set leased_until = now() where leased_until is not null')
    }
    const last = await run(file, 'https://example.org/killed.csv', null)
    expect(last, `seed ${seed}`).toContain('Done:')
    await run(file, 'https://example.org/straight.csv', null)
    expect(await endState('https://example.org/killed.csv'), `seed ${seed}`).toEqual(
      await endState('https://example.org/straight.csv'),
    )
    const { rows } = await board.owner.query(
      `select state, count(*)::int as runs, sum(added)::int as added from import_runs group by 1 order by 1`,
    )
    const jobs = isFull && existsSync(VOLUME) ? 111_132 : ROWS
    expect(rows).toEqual([{ state: 'done', runs: 2, added: jobs * 2 }])
  },
  (isFull ? 60 : 4) * MINUTE,
)
