import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '@/lib/jobs/testing/random'
import { editDistance } from '../nearest'
import { fold } from './fold'
import { kinds, type Label } from './label'
import { LabelIndex } from './label-index'
import { fields, type SuggestField, suggest } from './suggest'
import { bruteForce } from './testing/brute-force'
import { seedLabels } from './testing/seed-labels'
import { typoOf } from './testing/typo-of'
import { oneEditAway } from './typos'

describe('of what the board ships with', () => {
  const random = randomFrom(20_261)
  const labels = seedLabels(random)
  let index: LabelIndex
  beforeAll(async () => {
    index = await LabelIndex.build(labels)
  })
  const names = (text: string, field: SuggestField = 'words') =>
    suggest(index, text, field).labels.map(({ label }) => label)

  test.each([
    ['k8s', 'Kubernetes'],
    ['kube', 'Kubernetes'],
    ['kubernets', 'Kubernetes'],
    ['golang', 'Go'],
    ['sre', 'Site reliability engineer'],
    ['NYC', 'New York City'],
    ['c++', 'C++'],
    ['.net', '.NET'],
    ['node.js', 'Node.js'],
    ['nodejs', 'Node.js'],
    ['zurich', 'Zürich'],
    ['sao paulo', 'São Paulo'],
    ['Sao Pau', 'São Paulo'],
    ['site relability engineer', 'Site reliability engineer'],
  ])('“%s” brings %s', (text, label) => {
    expect(names(text)).toContain(label)
  })

  test('the very name stands first', () => {
    expect(names('java')[0]).toBe('Java')
    expect(names('germany', 'where')[0]).toBe('Germany')
  })

  test('codes of states count where a place is asked for, and nowhere else', () => {
    expect(names('tx', 'where')[0]).toBe('Texas')
    expect(names('tx')).not.toContain('Texas')
  })

  test('where a place is asked for, nothing else is offered', () => {
    for (const text of ['s', 'java', 'new', 'engin']) {
      const found = suggest(index, text, 'where').labels.map(({ kind }) => kind)
      expect(found.filter((kind) => !['country', 'region', 'place', 'workplace'].includes(kind))).toEqual([])
    }
  })

  test('the longest run of last words that names something is what a choice takes away', () => {
    expect(suggest(index, 'payments kube', 'words').typed).toBe('kube')
    expect(suggest(index, 'senior site reliability eng', 'words').typed).toBe('site reliability eng')
    // "rust software engineer" is an alias of the role, but says more than the role does.
    expect(suggest(index, 'rust software engineer', 'words').typed).toBe('software engineer')
    expect(suggest(index, 'payments k', 'words')).toEqual({ typed: '', labels: [] })
    expect(suggest(index, '?!', 'words')).toEqual({ typed: '', labels: [] })
  })

  test('no kind takes more than half of the room that others need', () => {
    for (const letter of 'abcdefghijklmnoprst') {
      const found = suggest(index, letter, 'words').labels
      expect(found).toHaveLength(8)
      for (const kind of kinds) expect(found.filter((label) => label.kind === kind).length).toBeLessThan(5)
    }
  })

  test('of names with one typo at least 95 in 100 are still found (SEARCH.md rule 12)', () => {
    const long = labels.filter(({ label }) => fold(label).length > 4)
    const sample = Array.from({ length: 1500 }, () => long[Math.floor(random() * long.length)])
    const missed = sample.filter((meant) => {
      const typed = typoOf(meant?.label.toLowerCase() ?? '', random)
      return !names(typed).includes(meant?.label ?? '')
    })
    expect(missed.length / sample.length).toBeLessThanOrEqual(0.05)
  })
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ü'), minLength: 1, maxLength: 5 })
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const someLabels = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds.filter((kind) => kind !== 'workplace')),
      label: name,
      jobs: fc.nat(4),
      aliases: fc.array(name, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list): Label[] =>
    list.map((one, i) => ({ ...one, slug: `s${i}`, detail: '', population: 0, codes: [] })),
  )

test('what is found as typed is what reading every label finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      someLabels,
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'u'), minLength: 1, maxLength: 3 }),
      fc.constantFrom(...fields),
      async (labels, typed, field) => {
        const index = await LabelIndex.build(labels)
        expect(suggest(index, typed, field).labels).toEqual(bruteForce(labels, typed, field))
      },
    ),
    { numRuns: 300 },
  )
})

test('a name that no open job has is suggested in no way, but where a place is asked for', async () => {
  const plain = { detail: '', population: 0, aliases: [], codes: [] }
  const index = await LabelIndex.build([
    { ...plain, kind: 'skill', slug: 'kubeflow', label: 'Kubeflow', jobs: 0 },
    { ...plain, kind: 'skill', slug: 'kubernetes', label: 'Kubernetes', jobs: 2 },
    { ...plain, kind: 'place', slug: 'wolfsburg-de', label: 'Wolfsburg', jobs: 0 },
  ])
  const names = (text: string, field: SuggestField) =>
    suggest(index, text, field).labels.map(({ label }) => label)
  expect(names('kube', 'words')).toEqual(['Kubernetes'])
  for (const text of ['kubeflow', 'kubefolw', 'wolfsburg']) expect(names(text, 'words')).toEqual([])
  expect(names('wolfs', 'where')).toEqual(['Wolfsburg'])
})

test('the heaviest label is found by every beginning of it', async () => {
  await fc.assert(
    fc.asyncProperty(someLabels, fc.nat(), fc.nat(), async (labels, which, length) => {
      const heaviest = labels[which % labels.length]
      if (!heaviest) return
      heaviest.jobs = 1_000_000
      const others = labels.filter(
        (one) => one === heaviest || !fold(one.label).startsWith(fold(heaviest.label)),
      )
      const index = await LabelIndex.build(others)
      const typed = heaviest.label.slice(0, 1 + (length % heaviest.label.length))
      if (suggest(index, typed, 'words').typed !== typed.trim()) return
      const isExact = ({ label, aliases }: Label) => [label, ...aliases].map(fold).includes(fold(typed))
      const rivals = others.filter((one) => one !== heaviest && isExact(one))
      if (rivals.length < 4) expect(suggest(index, typed, 'words').labels).toContain(heaviest)
    }),
    { numRuns: 300 },
  )
})

test('one edit away is what the edit distance says of every beginning', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'u', ' '), minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(someLabels, letters, async (labels, typed) => {
      const index = await LabelIndex.build(labels.map((label) => ({ ...label, aliases: [] })))
      const found = new Set<Label | undefined>()
      for (const { from, to } of oneEditAway(index, typed)) {
        for (let entry = from; entry < to; entry++) found.add(index.labels[index.rankOf(entry)])
      }
      const expected = index.labels.filter(({ label }) => isNear(fold(label), typed))
      expect(new Set([...found].map((label) => label?.slug))).toEqual(
        new Set(expected.map(({ slug }) => slug)),
      )
    }),
    { numRuns: 300 },
  )
})

function isNear(name: string, typed: string): boolean {
  const words = name.split(' ')
  return words.some((_, at) => {
    const rest = words.slice(at).join(' ')
    return [-1, 0, 1].some((more) => {
      const length = typed.length + more
      return length <= rest.length && editDistance(rest.slice(0, length), typed) <= 1
    })
  })
}
