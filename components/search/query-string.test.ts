import { expect, test } from 'vitest'
import { openJobIn, pairsOf, paneHref, replaced, searchIn, toggledIn, without } from './query-string'

test('a part is taken from the search as it is now, not as it was when the link was drawn', () => {
  const drawn = 'role=backend-developer&workplace=remote'
  expect(without('workplace=remote', drawn, 'role=backend-developer')).toBe('')
  expect(without('role=backend-developer&workplace=remote&type=contract', drawn, 'workplace=remote')).toBe(
    'type=contract&workplace=remote',
  )
})

test('a pay floor goes with what belongs to it', () => {
  const drawn = 'currency=EUR&pay=70000&role=backend-developer'
  expect(without(`${drawn}&type=contract`, drawn, 'role=backend-developer')).toBe(
    'role=backend-developer&type=contract',
  )
})

test('every change of a search starts at its first page', () => {
  expect(without('after=x&role=a&type=b', 'role=a&type=b', 'type=b')).toBe('type=b')
  expect(toggledIn(pairsOf('after=x&role=a'), { type: true }, 'contract')).toBe('role=a&type=contract')
  expect(replaced('before=x&role=a', 'where', 'Paris')).toBe('role=a&where=Paris')
})

test('the job that stands open is a part of the address and never of the search', () => {
  const address = new URLSearchParams('workplace=remote&job=abc&role=a')
  expect(searchIn(address)).toBe('role=a&workplace=remote')
  expect(openJobIn(address)).toBe('abc')
  expect(openJobIn(new URLSearchParams('role=a&job='))).toBeNull()
  expect(paneHref('role=a&workplace=remote', 'abc')).toBe('/jobs?job=abc&role=a&workplace=remote')
})
