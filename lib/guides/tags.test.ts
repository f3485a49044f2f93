import { expect, test } from 'vitest'
import { loadLibrary } from './library'
import { getTag, listTags } from './tags'

test('every tag of this board leads to three pages or more', async () => {
  const { tags } = await loadLibrary()
  const listed = await listTags()
  expect(listed.map(({ slug }) => slug)).toEqual(tags.map(({ slug }) => slug))
  expect(listed.filter(({ pages }) => pages < 3)).toEqual([])
})

test('a tag lists its pages by kind, each once and with what it answers', async () => {
  const pay = await getTag('pay')
  expect(pay?.roles.map(({ role }) => role)).toContain('backend-developer')
  expect(pay?.roles.flatMap(({ guides }) => guides.map(({ section }) => section))).toEqual(
    Array(pay?.roles.length).fill('salary'),
  )
  expect(pay?.terms.map(({ href }) => href)).toEqual(['/glossary/equity', '/glossary/total-compensation'])
  const changing = await getTag('changing-roles')
  expect(changing?.comparisons.every(({ description }) => description !== '')).toBe(true)
  for (const { slug, pages } of await listTags()) {
    const tag = await getTag(slug)
    const entries = [
      ...(tag?.roles.flatMap(({ guides }) => guides) ?? []),
      ...(tag?.comparisons ?? []),
      ...(tag?.terms ?? []),
    ]
    expect(new Set(entries.map(({ href }) => href)).size).toBe(pages)
  }
})

test.each(['no-such-tag', '', '..', 'constructor', 'Pay'])('there is no tag "%s"', async (slug) => {
  expect(await getTag(slug)).toBeNull()
})
