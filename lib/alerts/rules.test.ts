import { expect, test } from 'vitest'
import { parseSearch } from '@/lib/search/url/input'
import { onlyRoleOf } from './rules'

test.each([
  ['role=nurse', 'nurse'],
  ['role=nurse&workplace=remote&q=night', 'nurse'],
  ['role=nurse&not.seniority=junior', 'nurse'],
  ['', null],
  ['q=nurse', null],
  ['role=nurse&role=cook', null],
  ['role=nurse&role=none', null],
  ['role=none', null],
  ['not.role=nurse', null],
  ['role=nurse&not.role=cook', null],
])('the role that “%s” is about', (query, role) => {
  expect(onlyRoleOf(parseSearch(new URLSearchParams(query)).search)).toBe(role)
})
