import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkGuides } from './check'
import { getGuide, listGuides } from './queries'

const rolesFile = 'content/taxonomy/roles.json'

function roleSlugs(): string[] {
  const roles = z.array(z.object({ slug: z.string() })).parse(JSON.parse(readFileSync(rolesFile, 'utf8')))
  return roles.map((role) => role.slug)
}

describe('the guides of this board', () => {
  test.skipIf(!existsSync(rolesFile))(`every guide is sound (needs ${rolesFile})`, async () => {
    expect(await checkGuides(roleSlugs())).toEqual([])
  })

  test('the list names each guide without carrying its text', async () => {
    const guides = await listGuides()
    const backend = guides.find((guide) => guide.role === 'backend-developer')
    expect(backend).toMatchObject({ title: 'Backend developer', href: '/guides/backend-developer' })
    expect(guides.every((guide) => !('html' in guide) && !('source' in guide))).toBe(true)
  })

  test('the addresses of the sections of the backend guide stay', async () => {
    const guide = await getGuide('backend-developer')
    expect(guide?.toc.filter((entry) => entry.depth === 2).map((entry) => entry.id)).toEqual([
      'what-it-is',
      'a-day',
      'responsibilities',
      'what-you-work-with',
      'levels',
      'specialisations',
      'related-roles',
      'questions',
    ])
    expect(guide?.faq).toHaveLength(8)
  })

  test.each(['no-such-role', '..', '../taxonomy', 'README.md', ''])(
    'there is no guide for "%s"',
    async (role) => {
      expect(await getGuide(role)).toBeNull()
    },
  )
})

describe('a folder of guides', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'guides-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function write(role: string, body: string, head = '') {
    await mkdir(path.join(folder, role), { recursive: true })
    const front = `---\nrole: ${role}\ntitle: ${role}\nsummary: x\npublished: 2026-11-01\nreviewed: 2026-11-01\n${head}---\n`
    await writeFile(path.join(folder, role, 'index.md'), front + body)
  }

  test('every fault is named with its file', async () => {
    await write('cook', '## Work\n\n[a](/guides/baker#bread) [b](#work) [c](/jobs?role=baker)\n')
    await write('baker', '## Bread\n\n<!-- a note -->\n', 'related: [pilot]\n')
    expect(await checkGuides(['cook', 'baker'], folder)).toEqual([
      'content/guides/baker/index.md: "pilot" is not in content/taxonomy/roles.json',
    ])
    await write(
      'baker',
      '# Baker\n\n## Main\n\n## Day\n\n### Day\n\n<b>x</b> ![x](/x.png) [a](other) [b](/nowhere) [c](#none) [d](/guides/cook#none) [e](/jobs?role=pilot)\n',
    )
    const faults = (await checkGuides(['cook', 'baker'], folder)).map((line) =>
      line.replace('content/guides/baker/index.md: ', ''),
    )
    expect(faults).toEqual([
      'the heading "Day" stands there twice',
      'the heading "Main" takes the id "main" of the page',
      'the title stands in the front matter; use ## for sections',
      'HTML is not shown: <b>',
      'HTML is not shown: </b>',
      'pictures are not shown',
      'the link "other" must begin with https://, / or #',
      'the link "/nowhere" leads to no page',
      'the link "#none" leads to no heading',
      'the link "/guides/cook#none" leads to no heading',
      'the link "/jobs?role=pilot" names the unknown role "pilot"',
      'content/guides/cook/index.md: the link "/guides/baker#bread" leads to no heading',
    ])
  })

  test('a changed file is read again', async () => {
    await write('cook', '## Before\n')
    expect((await getGuide('cook', folder))?.toc[0]?.text).toBe('Before')
    await write('cook', '## After\n')
    await utimes(path.join(folder, 'cook', 'index.md'), new Date(0), new Date(0))
    expect((await getGuide('cook', folder))?.toc[0]?.text).toBe('After')
  })

  test('a folder without an overview is named', async () => {
    await mkdir(path.join(folder, 'pilot'))
    await expect(listGuides(folder)).rejects.toThrow('content/guides/pilot: it has no index.md')
  })
})
