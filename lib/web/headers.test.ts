import { expect, test } from 'vitest'
import { pagePolicy, securityHeaders } from './headers'

const page = { nonce: 'n0nce', isDev: false, isHttps: true, formOrigins: [] }

function directives(policy: string): Record<string, string> {
  return Object.fromEntries(
    policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
  )
}

test('only scripts with the nonce of the page run', () => {
  const policy = directives(pagePolicy(page))
  expect(policy['script-src']).toBe(`'self' 'nonce-n0nce' 'strict-dynamic'`)
  expect(pagePolicy(page)).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
})

test('a page cannot be framed, rebased, or made to post elsewhere', () => {
  const policy = directives(pagePolicy(page))
  expect(policy['object-src']).toBe(`'none'`)
  expect(policy['base-uri']).toBe(`'none'`)
  expect(policy['frame-ancestors']).toBe(`'none'`)
  expect(policy['form-action']).toBe(`'self'`)
})

test('a form may lead to the sign-in services that the operator configured', () => {
  const policy = directives(pagePolicy({ ...page, formOrigins: ['https://github.com'] }))
  expect(policy['form-action']).toBe(`'self' https://github.com`)
})

test('development alone may eval', () => {
  expect(pagePolicy({ ...page, isDev: true })).toContain(`'unsafe-eval'`)
})

test('https is remembered for two years, http is not promised', () => {
  expect(securityHeaders('https://board.example')['strict-transport-security']).toMatch(/^max-age=63072000/)
  expect(securityHeaders('http://localhost:3000')).not.toHaveProperty('strict-transport-security')
})
