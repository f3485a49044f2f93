import { expect, test } from 'vitest'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import { buildTaxonomy } from './build'
import { taxonomyRules } from './rules'
import { readSkills } from './skills'
import {
  hasDataFolder,
  type LabelledText,
  labelledTexts,
  readLabelledText,
  textOfHtml,
} from './testing/read-labelled-text'

const taxonomy = buildTaxonomy(readTaxonomyRows(), taxonomyRules)
const federal = labelledTexts.filter(({ source }) => source === 'seed/federal')

test('there are 100 labelled texts, 15 of them federal, each once', () => {
  expect(labelledTexts).toHaveLength(100)
  expect(federal).toHaveLength(15)
  expect(new Set(labelledTexts.map(({ source, id }) => `${source} ${id}`)).size).toBe(100)
})

test('every label is a skill of the list, and none is both certain and uncertain', () => {
  for (const { skills, uncertain } of labelledTexts) {
    const labels = [...skills, ...uncertain]
    expect(labels.filter((slug) => !taxonomy.skillBySlug.has(slug))).toEqual([])
    expect(new Set(labels).size).toBe(labels.length)
  }
})

test('the text of HTML has no tags, its entities decoded once, and a line for each block', () => {
  expect(textOfHtml('<p>R&amp;D &amp;amp; <b>C</b>++</p><ul><li>Go<li>SQL</ul>').split(/\n+/)).toEqual([
    '',
    'R&D &amp; C++',
    'Go',
    'SQL',
    '',
  ])
})

test.skipIf(!hasDataFolder)(
  'of the skills found in 100 labelled texts at least 95 % are right (skipped without ../shared/data)',
  async ({ annotate }) => {
    const measured = measure(labelledTexts)
    await annotate(measured.summary)
    expect(measured.precision, measured.summary).toBeGreaterThanOrEqual(0.95)
  },
)

test('of the skills found in the 15 federal texts at least 95 % are right', async ({ annotate }) => {
  const measured = measure(federal)
  await annotate(measured.summary)
  expect(measured.precision, measured.summary).toBeGreaterThanOrEqual(0.95)
})

/** Over tags that are not uncertain; the recall is for information. */
function measure(texts: readonly LabelledText[]) {
  let found = 0
  let right = 0
  let labelled = 0
  for (const text of texts) {
    const tags = readSkills(taxonomy, readLabelledText(text))
      .map(({ slug }) => slug)
      .filter((slug) => !text.uncertain.includes(slug))
    found += tags.length
    right += tags.filter((slug) => text.skills.includes(slug)).length
    labelled += text.skills.length
  }
  const [precision, recall] = [right / found, right / labelled]
  const summary = `precision ${precision.toFixed(3)} (${right} of ${found} tags), recall ${recall.toFixed(3)} of ${labelled} labels`
  return { precision, recall, summary }
}
