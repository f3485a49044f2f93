import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { savedSearches } from '@/db/schema'
import { testDb } from '@/db/testing'
import { saveSearch } from '@/lib/alerts/commands'
import { person } from '@/lib/alerts/fixtures'
import { unsubscribeToken } from '@/lib/alerts/token'
import { POST } from './route'

testDb()

async function saved(): Promise<string> {
  const outcome = await saveSearch((await person()).actor, { query: 'q=nurse', cadence: 'instant' })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.id
}

async function isStopped(id: string): Promise<boolean> {
  const [row] = await db()
    .select({ at: savedSearches.unsubscribedAt })
    .from(savedSearches)
    .where(eq(savedSearches.id, id))
  return row?.at != null
}

const form = 'application/x-www-form-urlencoded'

function post(
  token: string,
  body: BodyInit = 'List-Unsubscribe=One-Click',
  headers: Record<string, string> = { 'content-type': form },
) {
  const request = new Request(`http://localhost:3000/api/unsubscribe?token=${token}`, {
    method: 'POST',
    body,
    headers,
  })
  return POST(request, { params: Promise.resolve({}) })
}

test('the one-click POST of a mail service, without cookie or origin, stops the mails and leads nowhere', async () => {
  const id = await saved()
  const response = await post(unsubscribeToken(id))
  expect([response.status, response.headers.get('location'), response.headers.get('set-cookie')]).toEqual([
    200,
    null,
    null,
  ])
  expect(await isStopped(id)).toBe(true)
})

test('it may be sent as multipart, from another origin, by a browser too', async () => {
  const id = await saved()
  const body = new FormData()
  body.set('List-Unsubscribe', 'One-Click')
  const response = await post(unsubscribeToken(id), body, {
    origin: 'https://mail.example',
    accept: 'text/html',
  })
  expect([response.status, response.headers.get('location')]).toEqual([200, null])
  expect(await isStopped(id)).toBe(true)
})

test.each(['', 'List-Unsubscribe=Two-Click', 'List-Unsubscribe=One-Click&more=1', 'x=y'])(
  'the body %j stops nothing',
  async (body) => {
    const id = await saved()
    const response = await post(unsubscribeToken(id), body)
    expect(response.status).toBe(422)
    expect(await isStopped(id)).toBe(false)
  },
)

test.each(['', 'A'.repeat(43), 'x', '%00', 'A'.repeat(99)])('the forged token %j is 404', async (token) => {
  expect((await post(token)).status).toBe(404)
})
