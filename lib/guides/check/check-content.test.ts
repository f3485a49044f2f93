import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkContent } from './check-content'
import { readKnown } from './known'
import { numberIn } from './numbers'
import { CITE, CODE, FIGURE, RULE, splitSentences } from './prose'
import { readingLevel } from './reading'

test('the content of this board is sound', async () => {
  expect(await checkContent(readKnown(new Date()))).toEqual([])
})

describe('numbers in prose', () => {
  const names = [
    { name: 'HTTP/2', reason: 'x' },
    { name: '404', reason: 'x' },
  ]

  test.each([
    ['There are 12 of them.', '12'],
    ['It grew by 5%.', '5%.'],
    ['It grew by ten percent.', 'percent'],
    ['Some twenty people.', 'twenty'],
    ['Some twenty-one people.', 'twenty-one'],
    ['Hundreds of people.', 'Hundreds'],
    ['A dozen people.', 'dozen'],
    ['It is a ½ of it.', '½'],
    ['A 4040 is no name.', '4040'],
    ['Half of the jobs are remote.', 'Half of the jobs'],
    ['They are paid well in most companies.', 'most companies'],
    ['A third of all openings is junior.', 'A third of all openings'],
  ])('%s says a number of its own', (sentence, number) => {
    expect(numberIn(sentence, names)).toBe(number)
  })

  test.each([
    'Nineteen people, and two of them.',
    'The most important part, and half of the work.',
    'If most jobs ask for it, learn it.',
    'Learn it if half of the employers ask for it.',
    'HTTP/2 answers 404.',
    `Since 2018 it is so ${CITE}.`,
    `It pays ${FIGURE}, takes ${RULE} and prints ${CODE}.`,
    'Fortune and a sevenfold share.',
  ])('%s says none', (sentence) => {
    expect(numberIn(sentence, names)).toBeNull()
  })
})

test('sentences end where a reader would stop', () => {
  expect(
    splitSentences(`One ${CITE}. “Two?” Three costs 3.5 m. Really! ${CODE} is four; v. five (six.) Seven…`),
  ).toEqual([
    `One ${CITE}.`,
    '“Two?”',
    'Three costs 3.5 m.',
    'Really!',
    `${CODE} is four; v. five (six.)`,
    'Seven…',
  ])
})

test('the reading level is the Automated Readability Index', () => {
  const running = (text: string) => ({ text, isRunning: true })
  // 4 words of 3 letters in 2 sentences: 4.71 × 3 + 0.5 × 2 − 21.43.
  expect(readingLevel([running('The cat.'), running('The dog.')])).toBeCloseTo(-6.3)
  expect(readingLevel([running('The cat.'), { text: 'Incomprehensibility', isRunning: false }])).toBeCloseTo(
    -6.3,
  )
  expect(readingLevel([])).toBe(0)
})

describe('a folder of content', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'checked-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const known = { roles: new Set(['baker', 'cook']), skills: new Set(['yeast']), today: '2026-11-30' }
  const days =
    'author: waypost\npublished: 2026-11-01\nreviewed: 2026-11-01\ndescription: Bread.\ntags: [food]\n'

  async function write(file: string, head: string, body: string) {
    await mkdir(path.join(folder, path.dirname(file)), { recursive: true })
    await writeFile(path.join(folder, file), `---\n${head}\n${days}---\n${body}`)
  }

  const writeTags = (...slugs: string[]) =>
    writeFile(
      path.join(folder, 'tags.json'),
      JSON.stringify(slugs.map((slug) => ({ slug, title: slug, about: 'x' }))),
    )

  /** Sentences that no two pages share. */
  const filler = (name: string) =>
    Array.from({ length: 160 }, (_, at) => {
      const code = [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
      return `The ${name} says ${code} to the dough.`
    }).join(' ')

  const sound = (name: string) => `
:::short
It is ${name}. It is good. It is warm.
:::

## ${name} work

${filler(name)}

:::practice
- One.
- Two.
- Three.
:::

:::mistake[A ${name} night]
It went wrong.
:::

:::artefact[A ${name} list]
It holds 12 eggs.
:::

:::number[A ${name} figure]
If it is :figure[share]{skill=yeast}, act.
:::

::jobs[${name} jobs]{seniority=junior}
`

  const head = (role: string, more = '') => `role: ${role}\nsection: overview\ntitle: ${role}${more}`

  beforeEach(async () => {
    await rm(folder, { recursive: true })
    await mkdir(folder)
    await write('guides/baker/index.md', head('baker'), sound('baker'))
    await writeFile(
      path.join(folder, 'authors.json'),
      JSON.stringify([{ id: 'waypost', name: 'Way', about: 'We.' }]),
    )
    await writeTags('food')
    await writeFile(
      path.join(folder, 'sources.json'),
      JSON.stringify([
        { id: 'onet', title: 'x', publisher: 'x', year: 2024, url: 'https://a.example', licence: 'x' },
      ]),
    )
  })

  const faults = async () =>
    (await checkContent(known, folder)).map((line) => line.replace('content/guides/baker/index.md: ', ''))

  test('what is sound has no fault', async () => {
    expect(await faults()).toEqual([])
  })

  test.each<[string, (text: string) => string, string[]]>([
    [
      'a passage that is missing',
      (text) => text.replace(':::practice', ':::mistake'),
      [':::practice stands there 0 times, and 1 is right', ':::mistake stands there 2 times, and 1 is right'],
    ],
    ['a passage that is empty', (text) => text.replace('It went wrong.', ''), [':::mistake is empty']],
    [
      'two things of practice',
      (text) => text.replace('- Three.\n', ''),
      [':::practice has 2 items, and 3 is right'],
    ],
    [
      'an answer of two sentences',
      (text) => text.replace(' It is warm.', ''),
      [':::short has 2 sentences, and 3 is right'],
    ],
    ['an answer that comes late', (text) => `First this.\n${text}`, [':::short must come first']],
    ['no jobs', (text) => text.replace(/::jobs.*\n/, ''), ['it shows no ::jobs']],
    ['no figure', (text) => text.replace(/:figure\[.*?\}/, 'so'), ['it shows no figure']],
    [
      'jobs that stand there twice',
      (text) => `${text}\n::jobs[Again]{seniority=junior}\n`,
      ['::jobs of baker seniority,junior stands there twice'],
    ],
    [
      'an unknown skill',
      (text) => text.replace('skill=yeast', 'skill=salt'),
      ['figure names the unknown skill "salt"'],
    ],
    [
      'an unknown role',
      (text) => text.replace('seniority=junior', 'role=pilot'),
      ['jobs names the unknown role "pilot"'],
    ],
    [
      'a number',
      (text) => text.replace('It went wrong.', 'It cost 500.'),
      ['"500." is neither a figure nor sourced: It cost 500.'],
    ],
    [
      'too few words',
      (text) => text.replace(filler('baker'), 'Bread.'),
      ['it has 35 words, and 900 to 1800 are right'],
    ],
    [
      'a source that is not declared',
      (text) => text.replace('went wrong', 'went :cite[onet] wrong'),
      ['the source "onet" is cited and not declared'],
    ],
    [
      'a sentence nobody can read',
      (text) => text.replaceAll('to the dough', 'notwithstanding institutionalised characterisation'),
      ['its reading level is 23.4, and at most 11 is right'],
    ],
    [
      'headings and Markdown that are not shown',
      (text) => `${text}\n# Baker\n\n## Main\n\n## Sources\n\n## Day\n\n### Day\n\n<b>x</b> ![x](/x.png)\n`,
      [
        'the heading "Day" stands there twice',
        'the heading "Main" takes the id "main" of the page',
        'the heading "Sources" takes the id "sources" of the page',
        'the title stands in the front matter; use ## for sections',
        'HTML is not shown: <b>',
        'HTML is not shown: </b>',
        'pictures are not shown',
      ],
    ],
    [
      'links that lead nowhere',
      (text) =>
        `${text}\n[a](other) [b](/nowhere) [c](#none) [d](/glossary/oven) [e](/jobs?role=pilot&skill=salt) [f](/guides/baker#baker-work)\n`,
      [
        'the link "other" must begin with https://, / or #',
        'the link "/nowhere" leads to no page',
        'the link "#none" leads to no heading',
        'the link "/glossary/oven" leads to no page',
        'the link "/jobs?role=pilot&skill=salt" names the unknown role "pilot"',
        'the link "/jobs?role=pilot&skill=salt" names the unknown skill "salt"',
      ],
    ],
  ])('%s is named', async (_name, change, expected) => {
    await write('guides/baker/index.md', head('baker'), change(sound('baker')))
    expect(await faults()).toEqual(expected)
  })

  test('what the head names must exist, and have come', async () => {
    const more = '\nrelated: [pilot]\nsources: [onet, other]'
    await write('guides/baker/index.md', head('baker', more), sound('baker'))
    const file = path.join(folder, 'authors.json')
    await writeFile(file, '[]')
    expect(await checkContent({ ...known, today: '2026-10-31' }, folder)).toEqual(
      [
        '"pilot" is not in content/taxonomy/roles.json',
        'sources: "other" is not in content/sources.json',
        'sources: "onet" is declared and not cited',
        'sources: "other" is declared and not cited',
        'author: "waypost" is not in content/authors.json',
        'reviewed: 2026-11-01 has not come yet',
      ].map((fault) => `content/guides/baker/index.md: ${fault}`),
    )
  })

  test('a tag that is in no list is named, and so is one that no page has or that stands there twice', async () => {
    await writeTags('bread', 'bread')
    expect(await checkContent(known, folder)).toEqual([
      'content/guides/baker/index.md: tags: "food" is not in content/tags.json',
      'content/tags.json: no page has the tag "bread"',
      'content/tags.json: no page has the tag "bread"',
      'content/tags.json: "bread" stands there twice',
    ])
  })

  test('a sentence of two pages is named, and so is a spelling of two terms', async () => {
    await write('guides/cook/index.md', head('cook'), `${sound('cook')}\nThe baker says a to the dough.\n`)
    const term = (name: string) =>
      `term: ${name}\ntitle: ${name}\nspellings: [${name}, oven]\nrelated: [nothing]`
    await write('glossary/oven.md', term('ovens'), ':::short\nHot.\n:::\n\n## An example\n\nBread.\n')
    await write('glossary/stove.md', term('stoves'), ':::short\nWarm. Too.\n:::\n\n## An example\n\nSoup.\n')
    await writeFile(path.join(folder, 'number-names.json'), '[{"name":"HTTP/2","reason":"x"}]')
    expect(await checkContent(known, folder)).toEqual([
      'content/glossary/oven.md: related: there is no term "nothing"',
      'content/glossary/stove.md: related: there is no term "nothing"',
      'content/glossary/stove.md: :::short has 2 sentences, and 1 is right',
      'content/guides/cook/index.md: "The baker says a to the dough." stands in content/guides/baker/index.md too',
      'content/glossary: "oven" is a spelling of oven and of stove',
      'content/number-names.json: no text says "HTTP/2"',
    ])
  })
})
