import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveEmploymentType } from './employment'
import { smallTaxonomy } from './fixtures'
import { readSkills, resolveSkills } from './skills'

const taxonomy = smallTaxonomy()
const slugsIn = (text: string) => readSkills(taxonomy, text).map(({ slug }) => slug)

test('stated skills resolve by name and alias, each once, unknown ones not at all', () => {
  expect(resolveSkills(taxonomy, ['k8s', 'Kubernetes', 'JS', 'Go', 'C', 'juggling'])).toEqual([
    'kubernetes',
    'javascript',
    'go',
    'c-language',
  ])
})

test('a text names skills word for word', () => {
  expect(slugsIn('You know C++, K8s and .NET; Golang helps.')).toEqual(['cpp', 'kubernetes', 'dotnet', 'go'])
})

test('ordinary words are no skills', () => {
  expect(slugsIn('Go the extra mile, from A to C, in the javascripty cube.')).toEqual([])
})

test('the evidence is the line around the first mention that counts, without marks of Markdown', () => {
  const text =
    'We go far.\n\n- You have **shipped** services in `Go`, [and more](https://a.example/go)\n- Golang'
  expect(readSkills(taxonomy, text)).toEqual([
    { slug: 'go', evidence: 'You have shipped services in Go, and more' },
  ])
})

test('long evidence is cut between words, at most 160 characters with the mention in it', () => {
  const far = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
  for (const text of [`K8s ${far}`, `${far} K8s`, `${far} K8s ${far}`]) {
    const [read] = readSkills(taxonomy, text)
    expect(read?.evidence.length).toBeLessThanOrEqual(160)
    expect(read?.evidence).toMatch(/K8s/)
    expect(` ${text} `).toContain(` ${read?.evidence.replace(/^…|…$/g, '')} `)
    expect(read?.evidence.startsWith('…')).toBe(!text.startsWith('K8s'))
    expect(read?.evidence.endsWith('…')).toBe(!text.endsWith('K8s'))
  }
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

test.each([
  ['go '],
  ['aa.aa-'],
  ['Go, '],
  ['no go '],
  ['- '],
  ['---'],
  ['['],
  ['[[[[[[[[[a]('],
  ['\n> go'],
  ['**go** '],
  ['k8s '],
  ['a.'],
  ['_a'],
  ['\\'],
])('a text of 50,000 characters of %j is read in no time that anybody notices', (part) => {
  const started = performance.now()
  readSkills(taxonomy, part.repeat(Math.ceil(50_000 / part.length)))
  // A hang is what this catches.
  expect(performance.now() - started).toBeLessThan(5000)
})

test('no string makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      readSkills(taxonomy, text)
      resolveSkills(taxonomy, [text])
      resolveEmploymentType(taxonomy, text)
    }),
  )
})
