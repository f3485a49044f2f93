import { expect, test } from 'vitest'
import { clientAddress, networkOf, parseProxies } from './client-address'

const nobody = parseProxies('')
const proxies = parseProxies('127.0.0.1, ::1, 10.0.0.0/8, fd00::/8')

test('without a trusted proxy only the peer counts', () => {
  expect(clientAddress('203.0.113.7', '198.51.100.1', nobody)).toBe('203.0.113.7')
  expect(clientAddress('127.0.0.1', '198.51.100.1', nobody)).toBe('127.0.0.1')
})

test('a trusted proxy says whom it spoke with; what stands before is a claim', () => {
  expect(clientAddress('127.0.0.1', '1.1.1.1, 203.0.113.7', proxies)).toBe('203.0.113.7')
  expect(clientAddress('::ffff:127.0.0.1', '203.0.113.7', proxies)).toBe('203.0.113.7')
  expect(clientAddress('127.0.0.1', '6.6.6.6, 203.0.113.7, 10.1.2.3', proxies)).toBe('203.0.113.7')
  expect(clientAddress('::1', 'fd00::7, 2001:db8::5', proxies)).toBe('2001:db8::5')
})

test('a peer that is no proxy cannot speak for others', () => {
  expect(clientAddress('203.0.113.7', '10.0.0.1, 127.0.0.1', proxies)).toBe('203.0.113.7')
})

test.each(['', 'unknown', '203.0.113.7:80', 'evil, ', '_hidden', '999.1.1.1'])(
  'a hop %j that is no address ends the list',
  (hop) => {
    expect(clientAddress('127.0.0.1', hop, proxies)).toBe('127.0.0.1')
  },
)

test('an entry that is no address stops the start', () => {
  expect(() => parseProxies('nginx')).toThrow('TRUSTED_PROXIES')
})

test('limits count an IPv6 subscriber once', () => {
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64')
  expect(networkOf('2001:DB8::1')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
})
