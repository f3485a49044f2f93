import { expect, test } from 'vitest'
import { db } from './client'
import { beat, endBeat, releaseDeadWorkers } from './lease'
import { addTask } from './queue'
import { testDb } from './testing'

const board = testDb()

/** A task that a worker took so many seconds ago. */
async function locked(by: string, secondsAgo: number): Promise<string> {
  await addTask(db(), 'jobs.close_due', {})
  const { rows } = await board.owner.query(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2)
     where id = (select max(id) from graphile_worker._private_jobs) returning id`,
    [by, secondsAgo],
  )
  return rows[0].id
}

async function holder(id: string): Promise<string | null> {
  const { rows } = await board.owner.query(
    'select locked_by from graphile_worker._private_jobs where id = $1',
    [id],
  )
  return rows[0].locked_by
}

test('the task of a worker that is silent for 30 s is free again', async () => {
  const task = await locked('dead', 31)
  expect(await releaseDeadWorkers()).toEqual(['dead'])
  expect(await holder(task)).toBeNull()
})

test('a worker that beats keeps its long task', async () => {
  await beat('alive')
  const task = await locked('alive', 3600)
  expect(await releaseDeadWorkers()).toEqual([])
  expect(await holder(task)).toBe('alive')
  await endBeat('alive')
  expect(await releaseDeadWorkers()).toEqual(['alive'])
})

test('a worker that took its first task just now is not taken for dead', async () => {
  const task = await locked('new', 5)
  expect(await releaseDeadWorkers()).toEqual([])
  expect(await holder(task)).toBe('new')
})

test('a beat that is old counts as silence', async () => {
  await beat('frozen')
  await board.owner.query(
    `update worker_heartbeats set seen_at = now() - interval '31 seconds' where worker_id = 'frozen'`,
  )
  await locked('frozen', 60)
  expect(await releaseDeadWorkers()).toEqual(['frozen'])
})

test('the heartbeat of a worker that died idle goes', async () => {
  await beat('idle')
  await beat('other')
  await board.owner.query(
    `update worker_heartbeats set seen_at = now() - interval '31 seconds' where worker_id = 'idle'`,
  )
  await releaseDeadWorkers()
  const { rows } = await board.owner.query(
    `select worker_id as id from worker_heartbeats where worker_id in ('idle', 'other')`,
  )
  expect(rows).toEqual([{ id: 'other' }])
})
