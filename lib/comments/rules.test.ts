import { expect, test } from 'vitest'
import { commentVerdict, newComment, newReport, oneComment } from './input'
import { badgeOf, shownName } from './rules'

const page = '/guides/backend-developer'
const textOf = (typed: string) => newComment.safeParse({ page, text: typed })

test('a comment keeps its lines, its emoji and its letters of other scripts, and loses what it could trick with', () => {
  const typed = '  One\r\ntwo\u0000\u0007\n\n\n\nthree \u202egnp.exe\u2066 👩‍🚀 سلام\u2028four\u200f '
  expect(textOf(typed).data?.text).toBe('One\ntwo\n\nthree gnp.exe 👩‍🚀 سلام\nfour\u200f')
  expect(textOf('<script>alert(1)</script>').data?.text).toBe('<script>alert(1)</script>')
})

test('characters are counted as people and the database count them', () => {
  expect(textOf('🦀'.repeat(4000)).success).toBe(true)
  expect(textOf('🦀'.repeat(4001)).error?.issues[0]?.message).toBe('Use at most 4,000 characters.')
  expect(textOf(`\n${'é'.repeat(4000)}\r\n`).success).toBe(true)
})

test.each(['', '  \n ', '\u0000', '\u202e\u2066', '\u200b\u200b', '\ufeff'])('%j says nothing', (typed) => {
  expect(textOf(typed).error?.issues[0]?.message).toBe('Write something first.')
})

test('an id that is none names no comment', () => {
  for (const id of ['', '1', "'; drop table comments", 'x'.repeat(36)])
    expect(oneComment.parse({ id }).id).toBe('00000000-0000-0000-0000-000000000000')
})

test('a report says why, and so does a removal', () => {
  const id = '7a0cbd33-5a0b-4a59-8f7a-0d4f2f0b2d11'
  expect(newReport.safeParse({ id, reason: ' ' }).success).toBe(false)
  expect(newReport.safeParse({ id, reason: 'x'.repeat(501) }).success).toBe(false)
  expect(commentVerdict.safeParse({ id, verdict: 'remove' }).error?.issues[0]).toMatchObject({
    path: ['reason'],
  })
  expect(commentVerdict.safeParse({ id, verdict: 'remove', reason: 'rude' }).success).toBe(true)
  expect(commentVerdict.safeParse({ id, verdict: 'approve' }).success).toBe(true)
})

test('an address is nobody’s name', () => {
  expect(shownName(null)).toBe('A reader')
  expect(shownName('   ')).toBe('A reader')
  expect(shownName(null, 'editors')).toBe('An editor')
  expect(shownName('a@example.org', 'author')).toBe('The author')
  expect(shownName('somebody@example.org')).toBe('A reader')
  expect(shownName('Me <somebody@example.org>')).toBe('A reader')
  expect(shownName(' Demo\n Candidate\u202e ')).toBe('Demo Candidate')
  expect([...shownName('🦀'.repeat(200))]).toHaveLength(60)
})

test('only the confirmed address of the page’s own author speaks as the author', () => {
  const writer = { kind: 'member' as const, email: 'writer@example.org', isConfirmed: true }
  expect(badgeOf(writer, 'writer@example.org')).toBe('author')
  expect(badgeOf({ ...writer, isConfirmed: false }, 'writer@example.org')).toBeNull()
  expect(badgeOf(writer, 'another@example.org')).toBeNull()
  expect(badgeOf(writer, null)).toBeNull()
  expect(badgeOf({ ...writer, kind: 'moderator' }, null)).toBe('editors')
  expect(badgeOf({ ...writer, kind: 'admin' }, 'another@example.org')).toBe('editors')
})
