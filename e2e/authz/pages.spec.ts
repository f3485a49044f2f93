import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { demoCookie, postJson } from '../security/ask'
import { assets, pages, routes } from './table'

test('the build serves nothing that the authorization table does not name (B14)', () => {
  const folders = process.env.WAYPOST_DIST_DIR ? [process.env.WAYPOST_DIST_DIR] : ['.next', '.next-test']
  const [newest] = folders
    .map((folder) => path.join(folder, 'app-path-routes-manifest.json'))
    .filter((file) => existsSync(file))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  test.skip(!newest, 'no build is here: the development server is asked')
  const manifest = JSON.parse(readFileSync(newest ?? '', 'utf8')) as Record<string, string>
  const known = new Set([...Object.keys(pages), ...routes.map(({ path }) => path), ...assets])
  // The build ends the name of a picture with a digest.
  const served = Object.values(manifest).map((name) => name.replace(/(opengraph-image)-[a-z0-9]+$/, '$1'))
  expect(served.filter((name) => !known.has(name))).toEqual([])
})

const absent = (page: string) =>
  page.replace('[slug]', 'no-such-thing').replace('[role]', 'no-such-role').replace('[id]', 'a'.repeat(26))

test('a visitor is asked to sign in wherever a page is private, and comes back there', async ({
  baseURL,
}) => {
  for (const [page, audience] of Object.entries(pages)) {
    const response = await fetch(new URL(absent(page), baseURL), { redirect: 'manual' })
    if (audience === 'signed-in' || audience === 'operator') {
      expect([page, response.status]).toEqual([page, 307])
      expect(response.headers.get('location')).toMatch(/^\/sign-in\?next=%2F/)
    } else {
      // A page about one thing is not there without it.
      const isAbsent = page.includes('[') || page === '/unsubscribe'
      expect([page, response.status]).toEqual([page, isAbsent ? 404 : 200])
    }
  }
})

test('the pages of the operator do not exist for others', async ({ baseURL }) => {
  const url = baseURL ?? ''
  for (const person of ['employer', 'candidate'] as const) {
    const cookie = await demoCookie(url, person)
    for (const [page, audience] of Object.entries(pages)) {
      if (audience !== 'operator') continue
      expect([page, (await fetch(url + page, { headers: { cookie } })).status]).toEqual([page, 404])
    }
  }
})

test('a page of somebody else is not there, in whatever way it is asked for (B20)', async ({ baseURL }) => {
  const url = baseURL ?? ''
  const employer = await demoCookie(url, 'employer')
  const candidate = await demoCookie(url, 'candidate')
  const made = await postJson(
    url,
    '/api/employer/jobs',
    { company: 'demo-employer', idempotencyKey: crypto.randomUUID() },
    { cookie: employer },
  )
  const { jobId } = (await made.json()) as { jobId: string }
  const own = `/employer/jobs/${jobId}/edit`
  const canary = `Canary ${crypto.randomUUID()}`
  await postJson(url, `/api/employer/jobs/${jobId}/draft`, { title: canary }, { cookie: employer })
  expect(await (await fetch(url + own, { headers: { cookie: employer } })).text()).toContain(canary)
  const variants = [
    own,
    `${own}?_rsc=abc`,
    own.replace('/jobs/', '/jobs//'),
    `${own}/`,
    own.replace('edit', '%65dit'),
    `/employer/jobs/${jobId}/preview`,
    '/employer/companies/demo-employer',
    `/jobs/draft-${jobId}`,
  ]
  const ways: Record<string, string>[] = [
    { cookie: candidate },
    { cookie: candidate, rsc: '1' },
    { cookie: candidate, rsc: '1', 'next-router-prefetch': '1' },
  ]
  for (const variant of variants) {
    for (const headers of ways) {
      const response = await fetch(url + variant, { headers })
      const text = await response.text()
      // Next answers its router with 200 and the not-found page inside.
      expect([variant, headers, response.status]).toEqual([
        variant,
        headers,
        headers.rsc ? expect.any(Number) : 404,
      ])
      expect(text).not.toContain(canary)
    }
  }
})
