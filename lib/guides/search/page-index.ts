import { setImmediate } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import { type Library, pagesOf } from '../library'
import type { AnyPage } from '../pages'
import { type Section, sectionsOf } from './sections'
import { wordsOf } from './words'

export type IndexedPage = { page: AnyPage; sections: Section[] }
export type PageIndex = { words: MiniSearch; pages: IndexedPage[] }

/** What is looked at, the weightiest first. */
export const fields = ['title', 'heading', 'about', 'text'] as const
export type Field = (typeof fields)[number]

/** After so many, requests come in between: a hundred pages keep a processor busy for half a second. */
const PAGES_AT_ONCE = 4

const kept = new WeakMap<Library, Promise<PageIndex>>()

/** Made when it is first asked for, once for each state of the library. */
export function pageIndex(library: Library): Promise<PageIndex> {
  const made = kept.get(library) ?? makeIndex(library)
  kept.set(library, made)
  return made
}

async function makeIndex(library: Library): Promise<PageIndex> {
  const words = new MiniSearch<Record<Field, string> & { id: number }>({
    fields: [...fields],
    tokenize: wordsOf,
    processTerm: (word) => word,
  })
  const pages: IndexedPage[] = []
  for (const page of pagesOf(library)) {
    const sections = sectionsOf(page.source)
    words.add({
      id: pages.length,
      title: page.title,
      heading: sections.map(({ heading }) => heading).join(' · '),
      about: aboutOf(library, page),
      text: sections.flatMap(({ lines }) => lines).join('\n'),
    })
    pages.push({ page, sections })
    if (pages.length % PAGES_AT_ONCE === 0) await setImmediate()
  }
  return { words, pages }
}

function aboutOf({ guides, tags }: Library, page: AnyPage): string {
  const roles = page.kind === 'guide' ? [page.role] : page.kind === 'comparison' ? page.roles : []
  return [
    page.description,
    ...tags.filter(({ slug }) => page.tags.includes(slug)).map(({ title }) => title),
    ...(page.kind === 'term' ? page.spellings : []),
    ...guides
      .filter((one) => one.section === 'overview' && roles.includes(one.role))
      .map(({ title }) => title),
  ].join(' · ')
}
