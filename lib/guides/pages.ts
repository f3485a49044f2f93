import type { ComparisonFile, GuideFile, TermFile } from './files'
import { readFrontMatter } from './front-matter'
import {
  type ComparisonHead,
  comparisonHead,
  type GuideHead,
  guideHead,
  type TermHead,
  termHead,
} from './input'
import type { TextContext } from './parts'
import type { Statistics } from './statistics'
import { type PageText, readingMinutes, readText } from './text'

/**
 * `file` is its name for people, `source` the Markdown below the head. `text` is read when it is first asked for: Markdown of a
 * hundred pages takes seconds.
 */
type Page = {
  href: string
  file: string
  source: string
  readingMinutes: number
  context: TextContext
  readonly text: PageText
}
export type Guide = GuideHead & Page & { kind: 'guide' }
export type Comparison = ComparisonHead & Page & { kind: 'comparison'; pair: string }
export type Term = TermHead & Page & { kind: 'term'; slug: string }
export type AnyPage = Guide | Comparison | Term

type Named<F> = Pick<F, Exclude<keyof F, 'path' | 'changedAt' | 'kind'>>

export function readGuide(file: Named<GuideFile>, written: string, statistics: Statistics): Guide {
  const { head, source } = readFrontMatter(file.name, written, guideHead)
  const { role, section, sources } = head
  if (role !== file.role) throw new Error(`${file.name}: role: "${role}" is not the name of its folder`)
  if (section !== file.section) {
    throw new Error(`${file.name}: section: "${section}" is not the name of its file`)
  }
  const page = { ...head, kind: 'guide' as const, href: guideHref(role, section), file: file.name }
  return withText(page, source, { role, section, sources, statistics })
}

export function readComparison(
  file: Named<ComparisonFile>,
  written: string,
  statistics: Statistics,
): Comparison {
  const { head, source } = readFrontMatter(file.name, written, comparisonHead)
  const [role, against] = head.roles
  if (file.pair !== `${role}-vs-${against}`) {
    throw new Error(`${file.name}: roles: its name must be ${role}-vs-${against}.md`)
  }
  const { pair } = file
  const page = {
    ...head,
    kind: 'comparison' as const,
    pair,
    href: `/guides/compare/${pair}`,
    file: file.name,
  }
  return withText(page, source, { role, against, sources: head.sources, statistics })
}

export function readTerm(file: Named<TermFile>, written: string, statistics: Statistics): Term {
  const { head, source } = readFrontMatter(file.name, written, termHead)
  const { slug } = file
  const page = { ...head, kind: 'term' as const, slug, href: `/glossary/${slug}`, file: file.name }
  return withText(page, source, { role: '', sources: head.sources, statistics })
}

export function guideHref(role: string, section: string): string {
  return section === 'overview' ? `/guides/${role}` : `/guides/${role}/${section}`
}

function withText<P extends object>(page: P, source: string, context: TextContext) {
  let text: PageText | undefined
  return {
    ...page,
    source,
    context,
    readingMinutes: readingMinutes(source),
    get text() {
      text ??= readText(source, context)
      return text
    },
  }
}

/** `a-vs-b` of `b-vs-a`: a pair has one page, and both ways of asking for it lead there. */
export function turnedPair(pair: string): string {
  return pair.split('-vs-').toReversed().join('-vs-')
}
