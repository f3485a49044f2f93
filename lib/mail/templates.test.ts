import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/env'
import { composeMail } from './templates'

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://unused')
  vi.stubEnv('WAYPOST_SECRET', 'only-for-tests-0123456789abcdefghijklmnop')
  vi.stubEnv('BASE_URL', 'https://board.example')
  vi.stubEnv('BOARD_NAME', 'Nurses & <Friends>')
  forgetEnv()
})
afterAll(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

const hostile = `"><img src=x onerror=alert(1)>'&\r\nBcc: x@y.z`

function compose() {
  return composeMail({
    subject: hostile,
    parts: [
      { text: hostile },
      { heading: hostile },
      { code: '123456' },
      { button: { label: hostile, href: '/sign-in/link?token=a&next="><b>' } },
      { items: [{ title: hostile, href: '/jobs/x-1', lines: [hostile] }] },
    ],
    why: hostile,
    foot: [{ label: hostile, href: '/unsubscribe?token=x' }],
  })
}

test('everything handed in is escaped in the HTML', () => {
  const { html } = compose()
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<b>')
  expect(html).not.toContain('<Friends>')
  expect(html).toContain('Nurses &amp; &lt;Friends&gt;')
  expect(html.match(/<a href="https:\/\/board\.example\//g)).toHaveLength(3)
})

test('the subject is one line and the text holds whole addresses', () => {
  const { subject, text } = compose()
  expect(subject).not.toMatch(/[\r\n]/)
  expect(text).toContain('https://board.example/jobs/x-1')
  expect(text).toContain('    123456')
})

test('a heading stands out in both parts', () => {
  const { text, html } = composeMail({ subject: 's', parts: [{ heading: 'What changed' }], why: 'w' })
  expect(text).toContain('What changed\n------------\n')
  expect(html).toMatch(/<h2 [^>]*>What changed<\/h2>/)
})

test('a mail links to web addresses only', () => {
  const parts = [{ link: { label: 'x', href: 'javascript:alert(1)' } }]
  expect(() => composeMail({ subject: 's', parts, why: 'w' })).toThrow('does not link')
})
