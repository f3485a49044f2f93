import { expect, test } from 'vitest'
import { loadLibrary } from '../library'
import { sectionsOf } from './sections'

test('every heading has the address that it has on its page, in the same order', async () => {
  const { guides, comparisons, terms } = await loadLibrary()
  for (const page of [...guides, ...comparisons, ...terms]) {
    const found = sectionsOf(page.source).flatMap(({ id, heading }) =>
      id === null ? [] : [{ id, text: heading }],
    )
    expect([page.href, found]).toEqual([page.href, page.text.toc.map(({ id, text }) => ({ id, text }))])
  }
})

test('a text is read as words: marks, addresses and what moves are left out', () => {
  const source = [
    'Before **all**.',
    '',
    ':::short',
    'It is `one` thing, [as said](/jobs?role=x),',
    'pays :figure[salary-median]{country=US} :cite[onet].',
    ':::',
    '',
    '## A *first* `part`',
    '::jobs[Some jobs]{seniority=junior}',
    '- An item \\* here',
    '- Another',
    '',
    '| Cell | Other |',
    '| --- | --- |',
    '| a | snake_case |',
    '',
    '```sql',
    '## SELECT 1',
    '```',
    ':::mistake[A _bad_ night]',
    'It took :rule[two hours].',
    ':::',
  ].join('\n')
  expect(sectionsOf(source)).toEqual([
    { id: null, heading: '', lines: ['Before all.', 'It is one thing, as said, pays ….'] },
    {
      id: 'a-first-part',
      heading: 'A first part',
      lines: ['An item * here', 'Another', 'Cell · Other', 'a · snake_case', '## SELECT 1'],
    },
    { id: 'a-bad-night', heading: 'A bad night', lines: ['It took two hours.'] },
  ])
})
