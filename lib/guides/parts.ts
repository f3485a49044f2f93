import type { Nodes, PhrasingContent } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { z } from 'zod'
import { employmentTypes, seniorities, workplaces } from '@/db/values'
import {
  type Attributes,
  type DrawnQuestion,
  type InlineQuestion,
  readDrawn,
  readInline,
} from '@/lib/figures/question'
import { type PublicNumber, readPublic, type Statistics } from './statistics'

// What stands in a text beside Markdown. content/README.md has the list for writers.

export const passages = ['short', 'practice', 'mistake', 'artefact', 'number'] as const
export type PassageName = (typeof passages)[number]

/** Open jobs in the text: `search` as in a URL, `filters` the part of it that is not the role. */
export type JobsAsked = { title: string; role: string; filters: (readonly [string, string])[] }

export type Part =
  | { kind: 'figure'; question: InlineQuestion }
  | { kind: 'drawn'; question: DrawnQuestion }
  | ({ kind: 'jobs' } & JobsAsked)
  | { kind: 'public'; number: PublicNumber }
  | { kind: 'cite'; source: string; number: number }
  | { kind: 'rule' }
  | { kind: 'passage'; name: PassageName }

/** What a text is read with. `role` is empty where a text belongs to none. */
export type TextContext = {
  role: string
  against?: string | undefined
  section?: string | undefined
  sources: readonly string[]
  statistics: Statistics
}

export type Directive = TextDirective | LeafDirective | ContainerDirective
/** `null`: no directive at all, such as the colon in `a:b`. */
type ReadPart = { ok: true; part: Part; label: PhrasingContent[] } | { ok: false; fault: string | null }

/** `cited` are the sources in the order of their first use; a new one is added. */
export function readPart(node: Directive, context: TextContext, cited: string[]): ReadPart {
  if (node.type === 'textDirective') return readInText(node, context, cited)
  return node.type === 'leafDirective' ? readOnLine(node, context) : readPassage(node)
}

export function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node.children) : ''))
    .join('')
}

function readInText(node: TextDirective, context: TextContext, cited: string[]): ReadPart {
  const attributes = node.attributes ?? {}
  const label = wordsOf(node.children).trim()
  if (label === '' && Object.keys(attributes).length === 0) return { ok: false, fault: null }
  switch (node.name) {
    case 'figure': {
      const read = readInline(label, attributes, context)
      return read.ok ? found({ kind: 'figure', question: read.question }) : read
    }
    case 'public': {
      const read = readPublic(context.statistics, context.role, label, attributes)
      return read.ok ? found({ kind: 'public', number: read.number }) : read
    }
    case 'cite': {
      if (hasAny(attributes)) return refused('cite has no attributes')
      if (!context.sources.includes(label)) return refused(`the source "${label}" is cited and not declared`)
      if (!cited.includes(label)) cited.push(label)
      return found({ kind: 'cite', source: label, number: cited.indexOf(label) + 1 })
    }
    case 'rule':
      return hasAny(attributes) ? refused('rule has no attributes') : found({ kind: 'rule' }, node.children)
    default:
      return refused(`there is no directive ":${node.name}"`)
  }
}

function readOnLine(node: LeafDirective, context: TextContext): ReadPart {
  const attributes = node.attributes ?? {}
  const label = wordsOf(node.children).trim()
  if (node.name === 'figure') {
    const read = readDrawn(label, attributes, context)
    return read.ok ? found({ kind: 'drawn', question: read.question }) : read
  }
  if (node.name !== 'jobs') return refused(`there is no directive "::${node.name}"`)
  if (label === '') return refused('jobs: it has no title')
  const read = jobsAsked.safeParse({ role: context.role, ...attributes })
  if (!read.success) {
    return refused(
      `jobs "${label}": ${read.error.issues.map(({ path, message }) => `${path.join('.') || 'filter'}: ${message}`).join(' · ')}`,
    )
  }
  return found({ kind: 'jobs', title: label, role: read.data.role, filters: filtersOf(read.data) })
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as postgresql')
const jobsAsked = z.strictObject({
  role: slug,
  seniority: z.enum(seniorities).optional(),
  workplace: z.enum(workplaces).optional(),
  employment: z.enum(employmentTypes).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capitals such as US')
    .optional(),
  skill: slug.optional(),
  pay: z.literal('stated').optional(),
})

function filtersOf({ role: _, ...asked }: z.output<typeof jobsAsked>): (readonly [string, string])[] {
  return Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [filterOf(key, value)]))
}

/** As a search URL has it. */
function filterOf(key: string, value: string): readonly [string, string] {
  if (key === 'pay') return ['not.pay', 'none']
  if (key === 'employment') return ['type', value]
  return [key, key === 'country' ? value.toLowerCase() : value]
}

function readPassage(node: ContainerDirective): ReadPart {
  const name = passages.find((one) => one === node.name)
  if (!name) return refused(`there is no passage ":::${node.name}"`)
  if (hasAny(node.attributes ?? {})) return refused(`${name} has no attributes`)
  const [first] = node.children
  const label = first?.type === 'paragraph' && first.data?.directiveLabel ? first.children : []
  return found({ kind: 'passage', name }, label)
}

function found(part: Part, label: PhrasingContent[] = []): ReadPart {
  return { ok: true, part, label }
}

function refused(fault: string): ReadPart {
  return { ok: false, fault }
}

function hasAny(attributes: Attributes): boolean {
  return Object.keys(attributes).length > 0
}
