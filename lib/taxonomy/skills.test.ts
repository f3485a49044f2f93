import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveEmploymentType } from './employment'
import { smallTaxonomy } from './fixtures'
import { findSkills, resolveSkills } from './skills'

const taxonomy = smallTaxonomy()

test('stated skills resolve by name and alias, each once, unknown ones not at all', () => {
  expect(resolveSkills(taxonomy, ['k8s', 'Kubernetes', 'JS', 'Go', 'C', 'juggling'])).toEqual([
    'kubernetes',
    'javascript',
    'go',
    'c-language',
  ])
})

test('a text names skills word for word', () => {
  expect(findSkills(taxonomy, 'You know C++, K8s and .NET; Golang helps.')).toEqual([
    'cpp',
    'kubernetes',
    'dotnet',
    'go',
  ])
})

test('ordinary words are no skills', () => {
  expect(findSkills(taxonomy, 'Go the extra mile, from A to C, in the javascripty cube.')).toEqual([])
})

test.each([
  ['FullTime', 'full_time'],
  ['Full-time (remote)', 'full_time'],
  ['Salaried, Full-time', 'full_time'],
  ['Permanent', 'full_time'],
  ['CDI', 'full_time'],
  ['PartTime', 'part_time'],
  ['Full Time Contractor', 'contract'],
  ['Fixed-Term', 'temporary'],
  ['Intern', 'internship'],
  ['FULL_TIME', 'full_time'],
])('employment type %s is %s', (raw, type) => {
  expect(resolveEmploymentType(taxonomy, raw)).toBe(type)
})

test.each([['Variable / Casual'], ['Freelance/Part-time'], [''], [null], [undefined]])(
  'employment type %s is not known',
  (raw) => {
    expect(resolveEmploymentType(taxonomy, raw)).toBeNull()
  },
)

test('no string makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      findSkills(taxonomy, text)
      resolveSkills(taxonomy, [text])
      resolveEmploymentType(taxonomy, text)
    }),
  )
})
