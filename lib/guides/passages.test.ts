import { expect, test } from 'vitest'
import { passagesFor } from './passages'
import { getGuide } from './queries'

const about = {
  role: 'backend-developer',
  skills: ['postgresql', 'kafka'],
  seniority: 'junior',
  statesPay: true,
} as const

test('a job is led to the parts of its role’s guide that show jobs like it', async () => {
  const found = await passagesFor(about)
  expect(found.length).toBeGreaterThanOrEqual(2)
  expect(found.length).toBeLessThanOrEqual(3)
  expect(new Set(found.map(({ href }) => href)).size).toBe(found.length)
  for (const { href, title } of found) {
    const [path = '', id] = href.split('#')
    const guide = await getGuide('backend-developer', path.split('/')[3] ?? 'overview')
    expect(guide?.text.toc.find((entry) => entry.id === id)?.text).toBe(title)
  }
})

test('a job that no part is about is led to the overview, one without a guide nowhere', async () => {
  expect(await passagesFor({ ...about, skills: [], seniority: 'director', statesPay: false })).toMatchObject([
    { href: '/guides/backend-developer' },
  ])
  expect(await passagesFor({ ...about, role: 'nurse' })).toEqual([])
})
