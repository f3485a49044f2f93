import { expect, test } from 'vitest'
import { smallTaxonomy } from '@/lib/taxonomy/fixtures'
import { departmentRoles, pairsOf, textOfPairs } from './typed-settings'

const taxonomy = smallTaxonomy()

test('lines name a department and a role, by slug or by any title of it', () => {
  expect(departmentRoles('Platform = backend-developer\n Design=Product Designer;\n', taxonomy)).toEqual({
    Platform: 'backend-developer',
    Design: 'product-designer',
  })
  expect(departmentRoles('', taxonomy)).toEqual({})
})

test.each(['Platform', 'Platform =', '= accountant', 'a = b = c'])('“%s” is no pair', (text) => {
  expect(pairsOf(text)).toBeNull()
  expect(departmentRoles(text, taxonomy)).toBeNull()
})

test('a role that is not in the list is none', () => {
  expect(departmentRoles('Platform = Glassblower', taxonomy)).toBeNull()
})

test('what was understood is written as it is typed', () => {
  expect(textOfPairs({ Platform: 'backend-developer', Design: 'product-designer' })).toBe(
    'Platform = backend-developer\nDesign = product-designer',
  )
  expect(textOfPairs(undefined)).toBe('')
})
