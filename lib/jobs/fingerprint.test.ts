import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint'

test('the same words are one opening, whatever their dress', () => {
  expect(
    fingerprintOf('  Bäcker  (m/w/d)', '## Aufgaben\r\n\r\n- **Brot** backen, [mehr](https://a.example)'),
  ).toBe(fingerprintOf('bäcker m w d', 'Aufgaben: Brot backen mehr'))
})

test('another title or another text is another opening', () => {
  const prints = [
    fingerprintOf('Developer', 'C++'),
    fingerprintOf('Developer', 'C#'),
    fingerprintOf('Developer', 'C'),
    fingerprintOf('Developer C', ''),
    fingerprintOf('Senior developer', 'C'),
  ]
  expect(new Set(prints).size).toBe(prints.length)
})

test('words do not move between title and text', () => {
  expect(fingerprintOf('Baker', 'bread')).not.toBe(fingerprintOf('Baker bread', ''))
})
