import { expect, test } from 'vitest'
import { isCompanyDomain, standingAt } from './claim-rules'

test.each([
  ['jobs@sud-bakery.com', 'office'],
  ['hostmaster@sud-bakery.com', 'office'],
  ['s.huber@sud-bakery.com', 'one-of-many'],
  ['jobs.huber@sud-bakery.com', 'one-of-many'],
  ['jobs+huber@sud-bakery.com', 'one-of-many'],
  ['jobs@mail.sud-bakery.com', null],
  ['jobs@evil-sud-bakery.com', null],
  ['jobs@sud-bakery.com.evil.com', null],
  ['"jobs@sud-bakery.com"@evil.com', null],
])('%s at sud-bakery.com: %s', (email, standing) => {
  expect(standingAt('sud-bakery.com', email)).toBe(standing)
})

test('where anybody gets an address no company is, and a company may have a part that is called so', () => {
  for (const domain of [
    'gmail.com',
    'hotmail.de',
    'yahoo.com.br',
    'gmx.at',
    'mail.ru',
    'web.de',
    'pm.me',
    'wp.pl',
  ])
    expect(isCompanyDomain(domain), domain).toBe(false)
  for (const domain of [
    'mail.sud-bakery.com',
    'web.sud-bakery.de',
    'me.dev',
    'live.sud-bakery.com',
    'zoho-bakery.com',
  ])
    expect(isCompanyDomain(domain), domain).toBe(true)
})
