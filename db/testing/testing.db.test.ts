import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { settings } from '@/db/schema'
import { testDb } from '.'

const board = testDb()

test('the program runs with the lesser role, in UTC', async () => {
  const { rows } = await board.app.query(`select current_user as role, current_setting('timezone') as zone`)
  expect(rows).toEqual([{ role: 'waypost_app', zone: 'UTC' }])
})

test('the program writes rows, and the owner sees them', async () => {
  await db().insert(settings).values({ key: 'board.test', value: 1 })
  const { rows } = await board.owner.query(`select value from settings where key = 'board.test'`)
  expect(rows).toEqual([{ value: 1 }])
})

test('the program cannot make tables nor rewrite the audit log', async () => {
  await expect(board.app.query('create table public.mine (id int)')).rejects.toThrow('permission denied')
  await expect(board.app.query('delete from audit_log')).rejects.toThrow('permission denied')
})

test('letters beyond ASCII are letters for text search and for case', async () => {
  const { rows } = await board.owner.query(
    `select lower('ÄÖ') as low, to_tsvector('simple', 'Köln Łódź')::text as words, datcollate from pg_database where datname = current_database()`,
  )
  expect(rows[0]).toMatchObject({ low: 'äö', words: `'köln':1 'łódź':2` })
})

test('a connection that breaks while it is lent out fails its next query, not the process', async () => {
  const client = await board.app.connect()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const ended = new Promise((resolve) => client.once('end', resolve))
  await board.owner.query('select pg_terminate_backend($1)', [rows[0].pid])
  await ended
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
})
