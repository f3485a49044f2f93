import path from 'node:path'
import type { z } from 'zod'
import { type ContentFile, type DataName, listContent, onceRead } from './files'
import {
  authorList,
  type KnownAuthor,
  type NumberName,
  numberNameList,
  type Source,
  sourceList,
  type Tag,
  tagList,
} from './input'
import { type Wages, wagesFile } from './oews'
import {
  type AnyPage,
  type Comparison,
  type Guide,
  readComparison,
  readGuide,
  readTerm,
  type Term,
} from './pages'
import type { Statistics } from './statistics'
import { type Survey, surveyFile } from './survey'
import { type LinkedTerm, type TermLinker, termLinker } from './term-links'

/** Everything that texts are and rest on: one state of the files of `content/`. */
export type Library = {
  guides: Guide[]
  comparisons: Comparison[]
  terms: Term[]
  sources: Source[]
  authors: KnownAuthor[]
  tags: Tag[]
  numberNames: NumberName[]
  statistics: Statistics
  linkTerms: TermLinker
}

export const contentFolder = path.join(process.cwd(), 'content')

/** For how long the folder is not looked at again: a correction shows without a restart, and a page costs no hundred looks. */
const LOOK_AGAIN_MS = 1000

type Looked = { at: number; state: string; library: Library }
const looked = new Map<string, Looked>()

/** Guides, comparisons and terms. */
export function pagesOf({ guides, comparisons, terms }: Library): AnyPage[] {
  return [...guides, ...comparisons, ...terms]
}

/** Throws on a file that cannot be read, with its name. */
export async function loadLibrary(folder = contentFolder, lookAgainMs = LOOK_AGAIN_MS): Promise<Library> {
  const known = looked.get(folder)
  if (known && performance.now() - known.at < lookAgainMs) return known.library
  const files = await listContent(folder)
  const state = files.map(({ name, changedAt }) => `${name} ${changedAt}`).join('\n')
  const library = known?.state === state ? known.library : await readLibrary(files)
  looked.set(folder, { at: performance.now(), state, library })
  return library
}

async function readLibrary(files: ContentFile[]): Promise<Library> {
  const sources = (await readData(files, 'sources.json', sourceList)) ?? []
  const authors = (await readData(files, 'authors.json', authorList)) ?? []
  const tags = (await readData(files, 'tags.json', tagList)) ?? []
  const numberNames = (await readData(files, 'number-names.json', numberNameList)) ?? []
  const statistics = statisticsOf(
    (await readData(files, 'statistics/oews.json', wagesFile)) ?? noWages,
    (await readData(files, 'statistics/salaries.json', surveyFile)) ?? noSurvey,
  )
  const guides: Guide[] = []
  const comparisons: Comparison[] = []
  const terms: Term[] = []
  // One after another: Markdown of a hundred files keeps the process busy, and requests come in between.
  for (const file of files) {
    if (file.kind === 'guide') {
      guides.push(await onceRead(file, statistics, (text) => readGuide(file, text, statistics)))
    } else if (file.kind === 'comparison') {
      comparisons.push(await onceRead(file, statistics, (text) => readComparison(file, text, statistics)))
    } else if (file.kind === 'term') {
      terms.push(await onceRead(file, statistics, (text) => readTerm(file, text, statistics)))
    }
  }
  const linked: LinkedTerm[] = terms.map(({ slug, spellings }) => ({ slug, spellings }))
  return {
    guides,
    comparisons,
    terms,
    sources,
    authors,
    tags,
    numberNames,
    statistics,
    linkTerms: termLinker(linked),
  }
}

const noWages: Wages = { source: '', url: 'https://www.bls.gov/oes/', licence: '', rows: [] }
const noSurvey: Survey = { source: '', url: 'https://aijobs.net/', licence: '', rows: [] }

let joined: Statistics | null = null

/** The same object for the same files: a text is read anew when what it is made with is another. */
function statisticsOf(wages: Wages, survey: Survey): Statistics {
  if (joined?.wages !== wages || joined.survey !== survey) joined = { wages, survey }
  return joined
}

async function readData<S extends z.ZodType>(files: ContentFile[], name: DataName, schema: S) {
  const file = files.find((one) => one.kind === 'data' && one.name === `content/${name}`)
  if (!file) return null
  return onceRead(file, null, (text): z.output<S> => {
    const result = schema.safeParse(parsed(file.name, text))
    if (result.success) return result.data
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`${file.name}: ${faults.join(' · ')}`)
  })
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${name}: it is not JSON`, { cause })
  }
}
