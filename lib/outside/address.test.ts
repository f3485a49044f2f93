import { isIP } from 'node:net'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from './address'

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '93.184.216.34',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80e::200e',
  '2003::1',
  '::ffff:8.8.8.8',
  '::ffff:808:808',
  '0:0:0:0:0:FFFF:0808:0808',
])('%s is public', (address) => {
  expect(isIP(address)).not.toBe(0)
  expect(isPublicAddress(address)).toBe(true)
})

const closed = {
  'this host': ['0.0.0.0', '0.255.255.255', '::', '0:0:0:0:0:0:0:0'],
  loopback: ['127.0.0.1', '127.0.0.53', '127.255.255.255', '::1', '0:0:0:0:0:0:0:1'],
  private: ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
  'link-local': ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  'carrier-grade NAT': ['100.64.0.1', '100.100.100.200', '100.127.255.255'],
  'protocol assignments': ['192.0.0.1', '192.0.0.192', '192.88.99.1', '2001:1::1', '2001:2::1', '2001:20::1'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  benchmarks: ['198.18.0.1', '198.19.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  reserved: ['240.0.0.1', '255.255.255.254', '255.255.255.255', '4000::1', '5f00::1'],
  'unique local': ['fc00::1', 'fd00::1', 'fd00:ec2::254', 'fdff::1'],
  'site-local': ['fec0::1', 'feff::1'],
  'discard only': ['100::1'],
  'the inside of a cloud': ['168.63.129.16'],
  mapped: [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::FFFF:A9FE:A9FE',
    '0:0:0:0:0:ffff:10.0.0.1',
    '::ffff:0.0.0.0',
  ],
  SIIT: ['::ffff:0:127.0.0.1', '::ffff:0:8.8.8.8'],
  compatible: ['::127.0.0.1', '::7f00:1', '::8.8.8.8'],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '64:ff9b:1:ffff::a00:1'],
  '6to4': ['2002:7f00:1::', '2002:a9fe:a9fe::1', '2002:808:808::1'],
  Teredo: ['2001::1', '2001:0:7f00:1::', '2001:0:ffff:ffff:ffff:ffff:80ff:fffe'],
}

describe.each(Object.entries(closed))('%s', (_kind, addresses) => {
  test.each(addresses)('%s is not public', (address) => {
    expect(isIP(address)).not.toBe(0)
    expect(isPublicAddress(address)).toBe(false)
  })
})

test.each(['', 'localhost', '127.1', '0x7f.1', '1.2.3', '1.2.3.4.5', '[::1]', '8.8.8.8:443', ' 8.8.8.8'])(
  '%j is no address and so not public',
  (text) => {
    expect(isPublicAddress(text)).toBe(false)
  },
)
