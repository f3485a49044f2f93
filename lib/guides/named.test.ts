import { expect, test } from 'vitest'
import { pagesNamed } from './named'

const hrefs = async (text: string, ...roles: string[]) =>
  (await pagesNamed({ roles, texts: [text] })).map(({ href }) => href)

test.each([
  ['backend developer', ['/guides/backend-developer']],
  ['senior Backend Developers in Berlin', ['/guides/backend-developer']],
  ['idempotency keys', ['/glossary/idempotency']],
  ['“on-call” REST API', ['/glossary/on-call', '/glossary/rest', '/glossary/api']],
  ['rust', []],
  ['', []],
  ['constructor __proto__', []],
])('“%s” names %j', async (text, expected) => {
  expect(await hrefs(text)).toEqual(expected)
})

test('a role leads to its guide, before terms and once; one without a guide to none', async () => {
  expect(await hrefs('deadlock devops engineer', 'devops-engineer', 'nurse')).toEqual([
    '/guides/devops-engineer',
    '/glossary/deadlock',
  ])
  expect(await hrefs('deadlock sharding vacuum dns cdn', 'devops-engineer')).toHaveLength(3)
})

test('many words are no burden', async () => {
  expect(await hrefs('deadlock '.repeat(3000))).toEqual(['/glossary/deadlock'])
})
