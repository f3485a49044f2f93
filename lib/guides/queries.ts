import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import matter from 'gray-matter'
import { type FrontMatter, frontMatter } from './input'
import { type GuideText, renderGuide } from './rules'

/** `source` is the Markdown below the head, for the checks. */
export type Guide = FrontMatter & GuideText & { href: string; source: string }
export type GuideEntry = Omit<Guide, keyof Omit<GuideText, 'readingMinutes'> | 'source'>

/** Where guides stand: one folder per role, the overview in its `index.md`. */
export const guidesFolder = path.join(process.cwd(), 'content', 'guides')

/** Every guide, without its text, in order of title. Throws on a guide that cannot be read. */
export async function listGuides(folder = guidesFolder): Promise<GuideEntry[]> {
  const guides = await loadGuides(folder)
  return guides.map(
    ({ html: _html, toc: _toc, faq: _faq, links: _links, source: _source, ...entry }) => entry,
  )
}

/** The overview guide of a role; null when there is none. */
export async function getGuide(role: string, folder = guidesFolder): Promise<Guide | null> {
  return (await listRoles(folder)).includes(role) ? loadGuide(folder, role) : null
}

export async function loadGuides(folder = guidesFolder): Promise<Guide[]> {
  const guides = await Promise.all((await listRoles(folder)).map((role) => loadGuide(folder, role)))
  return guides.sort((a, b) => a.title.localeCompare(b.title, 'en'))
}

async function listRoles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
}

const kept = new Map<string, { changedAt: number; guide: Guide }>()

/** Parsed once per version of the file, so that an operator's correction shows without a restart. */
async function loadGuide(folder: string, role: string): Promise<Guide> {
  const file = path.join(folder, role, 'index.md')
  const changedAt = await stat(file).then(
    (found) => found.mtimeMs,
    (cause) => Promise.reject(new Error(`content/guides/${role}: it has no index.md`, { cause })),
  )
  const known = kept.get(file)
  if (known?.changedAt === changedAt) return known.guide
  const guide = readGuide(role, await readFile(file, 'utf8'))
  kept.set(file, { changedAt, guide })
  return guide
}

/** Throws one line that names the file, the field and what to write instead. */
export function readGuide(role: string, text: string): Guide {
  const name = `content/guides/${role}/index.md`
  // A language after the fence would let gray-matter evaluate the head as a program.
  if (!/^---\r?\n/.test(text)) throw new Error(`${name}: it must begin with a line --- and its front matter`)
  const { data, content, matter: head } = parseMatter(name, text)
  const result = frontMatter.safeParse(data)
  if (!result.success) {
    const faults = result.error.issues.map(
      (issue) => `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
    )
    throw new Error(`${name}: ${faults.join(' · ')}`)
  }
  const found = result.data
  if (found.role !== role) throw new Error(`${name}: role: "${found.role}" is not the name of its folder`)
  // YAML turns the 31st of February into a day of March.
  const moved = [found.published, found.reviewed].find((day) => !head.includes(day))
  if (moved) throw new Error(`${name}: published or reviewed is a day that does not exist`)
  return { ...found, ...renderGuide(content), href: `/guides/${role}`, source: content }
}

function parseMatter(name: string, text: string) {
  try {
    // With options given, gray-matter keeps no cache; its cache hides a fault the second time.
    const { data, content, matter: head } = matter(text, {})
    return { data, content, matter: head }
  } catch (cause) {
    throw new Error(
      `${name}: the front matter is not YAML (${cause instanceof Error ? cause.message.split('\n')[0] : ''})`,
      { cause },
    )
  }
}
