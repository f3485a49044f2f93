import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Section, sections } from './input'

/** `name` is what a person calls it: `content/guides/backend-developer/index.md`. */
type File = { path: string; name: string; changedAt: number }
export type GuideFile = File & { kind: 'guide'; role: string; section: Section }
export type ComparisonFile = File & { kind: 'comparison'; pair: string }
export type TermFile = File & { kind: 'term'; slug: string }
export type DataFile = File & { kind: 'data' }
export type ContentFile = GuideFile | ComparisonFile | TermFile | DataFile

export const dataFiles = [
  'sources.json',
  'authors.json',
  'tags.json',
  'number-names.json',
  'statistics/oews.json',
  'statistics/salaries.json',
] as const
export type DataName = (typeof dataFiles)[number]

type Named = Omit<GuideFile, 'changedAt'> | Omit<ComparisonFile, 'changedAt'> | Omit<TermFile, 'changedAt'>

/** Every file that texts are made of, in an order that does not depend on the disk. Throws on one whose name means nothing. */
export async function listContent(folder: string): Promise<ContentFile[]> {
  const at = (...steps: string[]) => ({
    path: path.join(folder, ...steps),
    name: ['content', ...steps].join('/'),
  })
  const roles = await namesIn(path.join(folder, 'guides'), 'folder')
  const guides = await Promise.all(
    roles.map(async (role): Promise<Named[]> => {
      const files = await namesIn(path.join(folder, 'guides', role), 'file')
      if (!files.includes('index.md')) throw new Error(`content/guides/${role}: it has no index.md`)
      return files.map((file) => {
        const found = at('guides', role, file)
        return { ...found, kind: 'guide', role, section: sectionOf(file, found.name) }
      })
    }),
  )
  const comparisons = (await namesIn(path.join(folder, 'comparisons'), 'file')).map((file): Named => {
    return { ...at('comparisons', file), kind: 'comparison', pair: file.replace(/\.md$/, '') }
  })
  const terms = (await namesIn(path.join(folder, 'glossary'), 'file')).map((file): Named => {
    return { ...at('glossary', file), kind: 'term', slug: file.replace(/\.md$/, '') }
  })
  const texts = [...guides.flat(), ...comparisons, ...terms]
  const data = dataFiles.map((file) => ({ ...at(...file.split('/')), kind: 'data' as const }))
  const dated = await Promise.all(
    [...texts, ...data].map(async (file) => ({ ...file, changedAt: await changedAt(file.path) })),
  )
  return dated.filter((file) => file.kind !== 'data' || file.changedAt > 0)
}

function sectionOf(file: string, name: string): Section {
  const section = file === 'index.md' ? 'overview' : sections.find((one) => `${one}.md` === file)
  if (!section) throw new Error(`${name}: there is no such section; it is one of ${sections.join(', ')}`)
  return section
}

/** Markdown files, or folders. None where the folder is not there: a board may have no glossary. */
async function namesIn(folder: string, kind: 'file' | 'folder'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return entries
    .filter((entry) => (kind === 'folder' ? entry.isDirectory() : entry.isFile() && /\.md$/.test(entry.name)))
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith('.') && name !== 'README.md')
    .sort()
}

/** 0 where there is no such file. */
async function changedAt(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.mtimeMs,
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? 0 : Promise.reject(error)),
  )
}

const kept = new Map<string, { changedAt: number; given: unknown; made: unknown }>()

/** Made once per version of the file, and again when what it is made with has changed. */
export async function onceRead<M>(file: ContentFile, given: unknown, make: (text: string) => M): Promise<M> {
  const known = kept.get(file.path)
  if (known?.changedAt === file.changedAt && known.given === given) return known.made as M
  const made = make(await readFile(file.path, 'utf8'))
  kept.set(file.path, { changedAt: file.changedAt, given, made })
  return made
}
