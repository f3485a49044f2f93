import type MiniSearch from 'minisearch'
import type { Query, SearchOptions } from 'minisearch'
import { fold } from '@/lib/search/suggest/fold'
import { contentFolder, loadLibrary } from '../library'
import type { AnyPage } from '../pages'
import { excerptOf, type Piece, passageOf } from './excerpt'
import { type Field, fields, type IndexedPage, type PageIndex, pageIndex } from './page-index'
import type { Section } from './sections'
import { type Asked, startOf, wordsAsked } from './words'

/** A page, and the passage of it that says most of what was asked: `href` leads there. */
export type FoundPage = {
  kind: AnyPage['kind']
  href: string
  title: string
  heading: string | null
  excerpt: Piece[]
}

export type FoundPages = {
  found: FoundPage[]
  total: number
  /** Words that no page says, with what they were read as; null: nothing is near. */
  readAs: { typed: string; as: string | null }[]
  /** No page says all of it; these say some. */
  isPartial: boolean
}

type Asking = { from?: number; limit: number; folder?: string }

/** How much a word counts in each, against once in the text. A beginning counts three eighths of a whole word. */
const boost = { title: 10, heading: 4, about: 3, text: 1 } satisfies Record<Field, number>

const base: SearchOptions = { boost, tokenize: (word) => [word], processTerm: (word) => word }

/**
 * Pages by what was asked, ranked by BM25+ (minisearch). Every word must be said somewhere on the page; the last one may be a beginning,
 * and one that no page says is read as a beginning, or as its neighbour by one typo.
 */
export async function searchGuides(
  text: string,
  { from = 0, limit, folder = contentFolder }: Asking,
): Promise<FoundPages> {
  const index = await pageIndex(await loadLibrary(folder))
  const read = wordsAsked(text).map((asked) => ({ asked, as: readWord(index.words, asked) }))
  const asked = read.flatMap(({ as }) => as ?? [])
  const whole = asked.length === read.length ? ranked(index, asked, 'AND') : []
  const pages = whole.length > 0 ? whole : ranked(index, asked, 'OR')
  return {
    found: pages.slice(from, from + limit).map((page) => foundPage(page, asked)),
    total: pages.length,
    readAs: read
      .filter(({ asked, as }) => as?.typed !== asked.typed)
      .map(({ asked, as }) => ({ typed: asked.typed, as: as?.word ?? null })),
    isPartial: whole.length === 0 && pages.length > 0,
  }
}

/** While somebody types: pages that say all of it, as it is spelt, in title, headings, description, tags or spellings. */
export async function suggestGuides(
  text: string,
  { from = 0, limit, folder = contentFolder }: Asking,
): Promise<{ found: Omit<FoundPage, 'excerpt'>[]; total: number }> {
  const index = await pageIndex(await loadLibrary(folder))
  const asked = wordsAsked(text)
  const pages = ranked(index, asked, 'AND', ['title', 'heading', 'about'])
  return {
    found: pages.slice(from, from + limit).map((page) => placeIn(page, passageOf(page, asked))),
    total: pages.length,
  }
}

function ranked(
  { words, pages }: PageIndex,
  asked: readonly Asked[],
  combineWith: 'AND' | 'OR',
  among: readonly Field[] = fields,
): IndexedPage[] {
  if (asked.length === 0) return []
  return words
    .search({ queries: asked.map(queryOf), combineWith }, { ...base, fields: [...among] })
    .flatMap(({ id, score }) => {
      const indexed = pages[id]
      return indexed ? [{ indexed, score: score * (1 + shareTyped(indexed.page.title, asked)) }] : []
    })
    .sort((a, b) => b.score - a.score || (a.indexed.page.href < b.indexed.page.href ? -1 : 1))
    .map(({ indexed }) => indexed)
}

/** How much of a title is typed already: `backend dev` means Backend developer before any page that has more to its name. */
function shareTyped(title: string, asked: readonly Asked[]): number {
  const typed = asked.map(({ typed }) => fold(typed)).join(' ')
  const name = fold(title)
  return name.startsWith(typed) ? typed.length / name.length : 0
}

function queryOf({ word, start }: Asked): Query {
  if (start === null) return word
  const begun = { queries: [start], prefix: true }
  return word === start ? begun : { combineWith: 'OR', queries: [word, begun] }
}

/** Shorter words have too many neighbours. */
const MIN_TYPO_LETTERS = 5

function readWord(words: MiniSearch, asked: Asked): Asked | null {
  const isSaid = (one: Asked) => words.search(queryOf(one), base).length > 0
  if (isSaid(asked)) return asked
  const begun = { ...asked, start: startOf(asked.typed) }
  if (asked.start === null && isSaid(begun)) return begun
  const near = asked.word.length < MIN_TYPO_LETTERS ? undefined : nearest(words, asked.word)
  return near === undefined ? null : { typed: near, word: near, start: null }
}

/** The word one letter away, or with two neighbours swapped, that most pages say. */
function nearest(words: MiniSearch, word: string): string | undefined {
  const swapped = [...word].slice(1).map((next, at) => {
    return `${word.slice(0, at)}${next}${word[at]}${word.slice(at + 2)}`
  })
  const queries = [{ queries: [word], fuzzy: 1 }, ...swapped]
  const pages = new Map<string, number>()
  for (const { terms } of words.search({ queries, combineWith: 'OR' }, base)) {
    for (const term of terms) pages.set(term, (pages.get(term) ?? 0) + 1)
  }
  return [...pages].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
}

function foundPage(indexed: IndexedPage, asked: readonly Asked[]): FoundPage {
  const passage = passageOf(indexed, asked)
  const lines = passage?.lines ?? []
  const otherwise = passage?.id && lines.length > 0 ? lines.join(' ') : indexed.page.description
  return { ...placeIn(indexed, passage), excerpt: excerptOf(lines, otherwise, asked) }
}

function placeIn({ page }: IndexedPage, passage: Section | undefined): Omit<FoundPage, 'excerpt'> {
  return {
    kind: page.kind,
    href: passage?.id ? `${page.href}#${passage.id}` : page.href,
    title: page.title,
    heading: passage?.heading || null,
  }
}
