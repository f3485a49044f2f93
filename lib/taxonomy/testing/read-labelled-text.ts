import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { readGzip, readJson } from '@/db/seed/files'
import { readSeedJobs } from '@/db/seed/jobs'

/** `source` is a file below `data/ats`, `feeds/…`, or `seed/federal`, whose texts ship with the project. */
export type LabelledText = { source: string; id: string; skills: string[]; uncertain: string[] }

const dataFolder = path.join(process.cwd(), '../shared/data')
export const hasDataFolder = existsSync(dataFolder)

const labelsFile = path.join(process.cwd(), 'lib/taxonomy/testing/labels/texts.json')
export const labelledTexts = readJson<LabelledText[]>(labelsFile)

/** The plain text of the job, without its title. Throws where the source has no such job. */
export function readLabelledText({ source, id }: LabelledText): string {
  const texts = textsRead.get(source) ?? readTexts(source)
  textsRead.set(source, texts)
  const text = texts.get(id)
  if (text === undefined) throw new Error(`${source} has no text of ${id}`)
  return text
}

type TextsById = ReadonlyMap<string, string>
const textsRead = new Map<string, TextsById>()

type AshbyBoard = { jobs: { id: string; descriptionPlain: string }[] }
type GreenhouseBoard = { jobs: { id: number; content?: string }[] }
type LeverJob = {
  id: string
  description: string
  lists: { text: string; content: string }[]
  additional: string
}
type RecruiteeBoard = { offers: { id: number; description: string; requirements: string }[] }
type WorkdayDetail = { jobPostingInfo: { id: string; jobDescription: string } }
type HimalayasFeed = { jobs: { guid: string; description: string }[] }

const readers: { of: RegExp; read: (source: string) => [id: string, text: string][] }[] = [
  {
    of: /^seed\/federal$/,
    read: () => readSeedJobs().flatMap(({ id, text }) => (text === undefined ? [] : [[id, text]])),
  },
  {
    of: /^ashby\//,
    read: (source) => answer<AshbyBoard>(source).jobs.map((job) => [job.id, job.descriptionPlain]),
  },
  {
    // HTML whose entities are encoded once more: read as HTML, its text is the HTML.
    of: /^greenhouse\//,
    read: (source) =>
      answer<GreenhouseBoard>(source).jobs.map((job) => [
        String(job.id),
        textOfHtml(textOfHtml(job.content ?? '')),
      ]),
  },
  {
    of: /^lever\//,
    read: (source) =>
      answer<LeverJob[]>(source).map(({ id, description, lists, additional }) => [
        id,
        textOfHtml(
          [description, ...lists.flatMap((list) => [list.text, list.content]), additional].join('<br>'),
        ),
      ]),
  },
  {
    of: /^other\/recruitee/,
    read: (source) =>
      answer<RecruiteeBoard>(source).offers.map(({ id, description, requirements }) => [
        String(id),
        textOfHtml(`${description}<br>${requirements}`),
      ]),
  },
  {
    of: /^other\/workday_detail/,
    read: (source) => {
      const { id, jobDescription } = answer<WorkdayDetail>(source).jobPostingInfo
      return [[id, textOfHtml(jobDescription)]]
    },
  },
  {
    of: /^feeds\/himalayas/,
    read: (source) =>
      answer<HimalayasFeed>(source).jobs.map((job) => [job.guid, textOfHtml(job.description)]),
  },
]

function readTexts(source: string): TextsById {
  const reader = readers.find(({ of }) => of.test(source))
  if (!reader) throw new Error(`no reader of ${source}`)
  return new Map(reader.read(source))
}

function answer<T>(source: string): T {
  const file = path.join(dataFolder, source.startsWith('feeds/') ? '' : 'ats', source)
  return file.endsWith('.gz') ? (JSON.parse(readGzip(file)) as T) : readJson<T>(file)
}

const html = unified().use(rehypeParse, { fragment: true }).freeze()
const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'font',
  'i',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])

/** Tags removed, entities decoded once, a line for each block. */
export function textOfHtml(source: string): string {
  return textOf(html.parse(source))
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const text = node.children.map(textOf).join('')
  return node.type === 'element' && !inline.has(node.tagName) ? `\n${text}\n` : text
}
