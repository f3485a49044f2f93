import { describe, expect, test } from 'vitest'
import { isStopped, judgeFailure, oneLine, requireSafe, UnsafeMail } from './rules'

const mail = { to: 'ada@example.org', subject: 'Hello' }

describe('one mail to one recipient, no added header', () => {
  test.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org,b@example.org',
    'a@example.org b@example.org',
    '"A" <a@example.org>',
    'a@example.org\0',
    'nobody',
    '@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('the recipient %j is refused', (to) => {
    expect(() => requireSafe({ ...mail, to })).toThrow(UnsafeMail)
  })

  test.each(['Hi\r\nBcc: b@example.org', 'Hi\nthere', 'Hi\u2028there', 'Hi\0'])(
    'the subject %j is refused',
    (subject) => {
      expect(() => requireSafe({ ...mail, subject })).toThrow(UnsafeMail)
    },
  )

  test('a header with a line break in its name or value is refused', () => {
    expect(() => requireSafe({ ...mail, headers: { 'List-Id': 'x\r\nBcc: b@example.org' } })).toThrow(
      UnsafeMail,
    )
    expect(() => requireSafe({ ...mail, headers: { 'X-A\r\nBcc': 'x' } })).toThrow(UnsafeMail)
  })

  test('an ordinary mail passes', () => {
    expect(() =>
      requireSafe({ ...mail, to: "o'neil+jobs@sub.example.org", headers: { 'List-Id': '<a.b>' } }),
    ).not.toThrow()
  })
})

test('text that people typed becomes one line of bounded length', () => {
  expect(oneLine('Backend\r\nBcc: x@y.z\t\0 jobs ')).toBe('Backend Bcc: x@y.z jobs')
  expect(oneLine('x'.repeat(300), 20)).toHaveLength(20)
})

describe('what an SMTP answer means', () => {
  test.each([
    [{ responseCode: 421, command: 'RCPT TO', response: '421 4.7.0 later' }, 'retry'],
    [{ responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 no such user' }, 'no such address'],
    [{ responseCode: 550, command: 'RCPT TO', response: '550 unknown' }, 'no such address'],
    [{ responseCode: 550, command: 'RCPT TO', response: '550 5.7.1 blocked by policy' }, 'refused'],
    [{ responseCode: 552, command: 'RCPT TO', response: '552 5.2.2 mailbox full' }, 'refused'],
    [{ responseCode: 554, command: 'DATA', response: '554 no' }, 'refused'],
    [{ responseCode: 535, command: 'AUTH PLAIN', response: '535 5.7.8 bad credentials' }, 'retry'],
    [{ responseCode: 550, command: 'MAIL FROM', response: '550 5.1.8 bad sender' }, 'retry'],
    [{ code: 'ESOCKET' }, 'retry'],
    [new Error('?'), 'retry'],
    [null, 'retry'],
  ])('%j: %s', (error, verdict) => {
    expect(judgeFailure(error).verdict).toBe(verdict)
  })

  test('the reason holds codes only, never the words of the relay', () => {
    const error = { responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 <ada@example.org> unknown' }
    expect(judgeFailure(error).reason).toBe('RCPT TO 550 5.1.1')
  })
})

test('a complaint stops alerts, not the way to sign in; a bounce stops both', () => {
  expect(isStopped('alert', 'complaint')).toBe(true)
  expect(isStopped('sign_in', 'complaint')).toBe(false)
  expect(isStopped('sign_in', 'bounce')).toBe(true)
  expect(isStopped('alert', null)).toBe(false)
})
