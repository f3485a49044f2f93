import { expect, test } from 'vitest'
import { readSeedJobs } from '@/db/seed/jobs'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import { buildTaxonomy } from './build'
import { taxonomyRules } from './rules'
import { readSkills, skillWords } from './skills'

const rows = readTaxonomyRows()
const taxonomy = buildTaxonomy(rows, taxonomyRules)
const texts = readSeedJobs().flatMap(({ text }) => text ?? [])

const namesOf = new Map<string, string[]>()
for (const { alias, skillId } of rows.skillAliases) {
  const slug = taxonomy.skillById.get(skillId)?.slug ?? ''
  namesOf.set(slug, [...(namesOf.get(slug) ?? []), wordsOf(alias)])
}

function wordsOf(text: string): string {
  return ` ${skillWords(text).join(' ')} `
}

test('every tag of a shipped text stands on words of that text that name the skill', () => {
  const read = texts.flatMap((text) => readSkills(taxonomy, text).map((one) => ({ ...one, text })))
  expect(read.length).toBeGreaterThan(100)
  for (const { slug, evidence, text } of read) {
    expect(evidence.length).toBeLessThanOrEqual(160)
    const words = wordsOf(evidence)
    expect(
      namesOf.get(slug)?.some((name) => words.includes(name)),
      `${slug}: ${evidence}`,
    ).toBe(true)
    expect(wordsOf(text), evidence).toContain(words)
  }
})

test('reading a text twice gives the same words', () => {
  for (const text of texts.slice(0, 20))
    expect(readSkills(taxonomy, text)).toEqual(readSkills(taxonomy, text))
})

test('every word of the rules in context is a name of a skill', () => {
  const names = new Set([...namesOf.values()].flat())
  const unknown = taxonomyRules.skillContexts.groups
    .flatMap(({ aliases }) => aliases)
    .filter((alias) => !names.has(wordsOf(alias)))
  expect(unknown).toEqual([])
})
