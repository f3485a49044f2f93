import type { SkillKind } from '@/db/values'
import type { Taxonomy } from './build'
import { evidenceAt } from './readable'
import type { SkillContext, SkillContexts } from './skill-contexts'
import { type SkillText, skillText } from './skill-text'
import { PhraseIndex } from './text'
import type { TaxonomyRows } from './types'
import { skillWords } from './words'

export { skillWords } from './words'

/** A skill that a text names, with the words it rests on: cut out of the text, at most 160 characters. */
export type SkillReading = { slug: string; evidence: string }

/** Slugs of stated skill names, in the order stated; a name that is not in the list gives none. */
export function resolveSkills(taxonomy: Taxonomy, names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => taxonomy.skills.stated(name) ?? []))]
}

/**
 * The skills that a text (Markdown or plain) asks for or works with, each by its first mention that counts, by the rules of
 * `content/taxonomy/skills-in-context.json`. A skill in whose name the company is called never counts.
 */
export function readSkills(
  taxonomy: Taxonomy,
  text: string,
  { company = '' }: { company?: string } = {},
): SkillReading[] {
  return taxonomy.skills.inText(text, company)
}

type Entry = { slug: string; kind: SkillKind; words: string[]; context: SkillContext | null }
/** `entry` null: words in which a skill's name means something else. */
type Mention = { entry: Entry | null; start: number; end: number }

export class SkillIndex {
  private readonly all = new PhraseIndex<Entry>()
  private readonly byFirst = new Map<string, { words: string[]; entry: Entry | null }[]>()

  constructor(
    { skills, skillAliases }: Pick<TaxonomyRows, 'skills' | 'skillAliases'>,
    private readonly contexts: SkillContexts,
  ) {
    const byId = new Map(skills.map((skill) => [skill.id, skill]))
    const named = skills.map((skill) => ({ alias: skill.name, skillId: skill.id }))
    for (const { alias, skillId } of [...named, ...skillAliases]) {
      const words = skillWords(alias)
      const skill = byId.get(skillId)
      const known = this.all.get(words)
      if (!skill || (known && known.slug !== skill.slug))
        throw new Error(`alias "${alias}" names ${known?.slug} and ${skill?.slug}`)
      if (known) continue
      const context = contexts.byAlias.get(words.join(' ')) ?? null
      const entry = { slug: skill.slug, kind: skill.kind, words, context }
      this.all.add(words, entry)
      this.addPhrase(words, entry)
    }
    for (const words of contexts.readOver) if (!this.all.get(words)) this.addPhrase(words, null)
    for (const same of this.byFirst.values()) same.sort((a, b) => b.words.length - a.words.length)
  }

  stated(name: string): string | undefined {
    return this.all.get(skillWords(name))?.slug
  }

  inText(source: string, company: string): SkillReading[] {
    const text = skillText(source, this.contexts)
    const mentions = this.mentionsIn(text)
    const read = new Map<string, SkillReading>()
    const own = new Set([...this.namedBy(company), ...ownNames(text, mentions, this.contexts)])
    mentions.forEach((mention, i) => {
      const { entry } = mention
      if (!entry || read.has(entry.slug) || own.has(entry.slug)) return
      if (isVoid(text, mention, this.contexts) || !isMeant(text, mentions, i, this.contexts)) return
      read.set(entry.slug, { slug: entry.slug, evidence: evidenceOf(text, mention) })
    })
    return [...read.values()]
  }

  private addPhrase(words: string[], entry: Entry | null): void {
    const [first] = words
    if (first === undefined) return
    const same = this.byFirst.get(first) ?? []
    same.push({ words, entry })
    this.byFirst.set(first, same)
  }

  /** From left to right, the longest at each place, none overlapping. */
  private mentionsIn(text: SkillText): Mention[] {
    const found: Mention[] = []
    for (let start = 0; start < text.words.length; ) {
      const mention = this.longestAt(text, start)
      if (mention) found.push(mention)
      start = mention ? mention.end : start + 1
    }
    return found
  }

  private longestAt(text: SkillText, start: number): Mention | null {
    for (const { words, entry } of this.byFirst.get(text.words[start] ?? '') ?? []) {
      const end = start + words.length
      if (end > text.words.length || !words.every((word, i) => text.words[start + i] === word)) continue
      if (isJoined(text, start, end)) return { entry, start, end }
    }
    return null
  }

  /** Skills whose names stand in the company's own name. */
  private namedBy(company: string): ReadonlySet<string> {
    const words = skillWords(company)
    return new Set(this.all.findAll(words).map(({ value }) => value.slug))
  }
}

/** Names of products that a heading ("About …", "Life at …") or the start of a sentence ("At …, we") says are the company's own. */
function ownNames(text: SkillText, mentions: readonly Mention[], { ownName }: SkillContexts): string[] {
  return mentions.flatMap(({ entry, start, end }) => {
    if (!entry || entry.kind === 'method' || entry.kind === 'soft') return []
    const from = text.sentenceStart[start] ?? 0
    const length = start > from ? ownName.at(text.words, start - 1, from) : 0
    if (length === 0 || start - length !== from) return []
    const next = text.words[end]
    const isOwn = end === text.sentenceEnd[start] || next === 'we' || next === 'our'
    return isOwn ? [entry.slug] : []
  })
}

const JOINED = /^[ \-‐‑–/&_]*$/

/** Words of one name have nothing between them but spaces, hyphens and the like. */
function isJoined(text: SkillText, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) if (!JOINED.test(text.marksBefore(at))) return false
  return true
}

function evidenceOf({ readable, tokens }: SkillText, { start, end }: Mention): string {
  const from = tokens[start]?.start ?? 0
  const to = tokens[end - 1]?.end ?? from
  const lineStart = readable.lastIndexOf('\n', from) + 1
  const lineEnd = readable.indexOf('\n', to)
  const line = readable.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
  return evidenceAt(line, from - lineStart, to - lineStart)
}

/** Words between a negation and the name that it denies. */
const NEGATION_WORDS = 4

/** Whether the sentence speaks of others, of benefits, or says that the skill is not needed. */
function isVoid(text: SkillText, { start, end }: Mention, contexts: SkillContexts): boolean {
  const { words, sentenceStart, sentenceEnd } = text
  const from = sentenceStart[start] ?? 0
  const to = sentenceEnd[start] ?? 0
  if (text.isOfOthers[text.line[start] ?? 0] || isOfOthers(words, from, to, contexts)) return true
  if (start > from && contexts.negatedDirectly.has(words[start - 1] ?? '')) return true
  for (let at = start - 1; at >= Math.max(from, start - 1 - NEGATION_WORDS); at--) {
    if (/[,(:]/.test(text.marksBefore(at + 1))) break
    if (contexts.negatedBefore.at(words, at, from) > 0) return true
  }
  for (let at = end; at < Math.min(to, end + NEGATION_WORDS); at++) {
    if (/[,(:]/.test(text.marksBefore(at)) && at > end) break
    if (contexts.negatedAfter.at(words, at, to) > 0) return true
  }
  return false
}

/** Companies of which a sentence names two that are known to be no tools: the third is none either. */
const LISTED_COMPANIES = 2

function isOfOthers(words: readonly string[], from: number, to: number, contexts: SkillContexts): boolean {
  if (contexts.ofOthersAtStart.at(words, from, to) > 0) return true
  let companies = 0
  for (let at = from; at < to; at++) {
    if (contexts.ofOthers.at(words, at, to) > 0) return true
    if (contexts.companies.at(words, at, to) > 0 && ++companies === LISTED_COMPANIES) return true
  }
  return false
}

function isMeant(text: SkillText, mentions: readonly Mention[], i: number, contexts: SkillContexts): boolean {
  const mention = mentions[i]
  const context = mention?.entry?.context
  if (!mention || context === undefined) return false
  if (context === null) return !(mention.entry?.kind === 'method' && namesDepartment(text, mention, contexts))
  if (!isSpelled(text, mention, context) || isRuledOut(text, mention, context)) return false
  return (
    (context.alone && isSureCapital(text, mention)) ||
    isAskedBefore(text, mention, context, contexts.fillers) ||
    isAskedAfter(text, mention, context) ||
    isInList(text, mentions, i, context)
  )
}

/** "The machine learning team": the field of others. */
function namesDepartment(text: SkillText, { end }: Mention, { departments }: SkillContexts): boolean {
  return departments.has(text.words[end] ?? '') && text.marksBefore(end) === ' '
}

function isSpelled(
  { readable, tokens }: SkillText,
  { start, end }: Mention,
  { spellings }: SkillContext,
): boolean {
  return spellings?.has(readable.slice(tokens[start]?.start, tokens[end - 1]?.end)) ?? true
}

/** How far before a name words such as "degree in" reach. */
const FAR_WORDS = 8

function isRuledOut(text: SkillText, { start, end }: Mention, context: SkillContext): boolean {
  const { words } = text
  const from = text.sentenceStart[start] ?? 0
  const to = text.sentenceEnd[start] ?? 0
  if (!/[,(:]/.test(text.marksBefore(end)) && context.never.at(words, end, to) > 0) return true
  if (start > from && context.neverAfter.at(words, start - 1, from) > 0) return true
  for (let at = Math.max(from, start - FAR_WORDS); at < start; at++)
    if (context.neverFarAfter.at(words, at, from) > 0) return true
  for (let at = from; at < to; at++) if (context.neverNear.at(words, at, to) > 0) return true
  return false
}

/** A capital says something inside a sentence, and nothing at its start or in a heading of capitals. */
function isSureCapital(
  { readable, tokens, sentenceStart, sentenceEnd }: SkillText,
  { start }: Mention,
): boolean {
  const from = sentenceStart[start] ?? 0
  if (start === from) return false
  let long = 0
  let capital = 0
  for (let at = from; at < (sentenceEnd[start] ?? 0); at++) {
    const token = tokens[at]
    if (!token || token.end - token.start < 4) continue
    long++
    const letter = readable[token.start] ?? ''
    if (letter !== letter.toLowerCase()) capital++
  }
  return long === 0 || capital / long < 0.7
}

const NEAR_WORDS = 2

function isAskedBefore(
  text: SkillText,
  { start }: Mention,
  context: SkillContext,
  fillers: ReadonlySet<string>,
): boolean {
  const { words } = text
  const from = text.sentenceStart[start] ?? 0
  if (start === from) return false
  if (/[(:]/.test(text.marksBefore(start)) && context.opens.has(words[start - 1] ?? '')) return true
  let far = 0
  for (let at = start - 1; at >= from; at--) {
    if (context.after.at(words, at, from) > 0) return true
    if (far < NEAR_WORDS && context.afterNear.at(words, at, from) > 0) return true
    if (!fillers.has(words[at] ?? '') || context.afterWithin > 0) far++
    if (far > context.afterWithin) return false
  }
  return false
}

function isAskedAfter(text: SkillText, { start, end }: Mention, context: SkillContext): boolean {
  const to = text.sentenceEnd[start] ?? 0
  for (let at = end; at < Math.min(to, end + 1 + context.beforeWithin); at++) {
    if (/[(:.]/.test(text.marksBefore(at))) return false
    if (at === end + 1 && !marksList(text, end)) return false
    if (context.before.at(text.words, at, to) > 0) return true
    if (at === end && context.next.at(text.words, at, to) > 0) return true
  }
  return false
}

/** Words between two names of one list, and names that are passed on the way. */
const LIST_GAP = 3
const LIST_HOPS = 4

/** In a list with a name that is sure, or with the same capitals beside another one of such a group. */
function isInList(text: SkillText, mentions: readonly Mention[], i: number, context: SkillContext): boolean {
  const kinds = context.listKinds
  if (!kinds) return false
  if (isLineOfList(text, mentions, i, kinds)) return true
  return [-1, 1].some((step) => {
    let last = mentions[i]
    for (let hop = 1; hop <= LIST_HOPS; hop++) {
      const next = mentions[i + step * hop]
      if (!last || !next || !isListed(text, step < 0 ? next : last, step < 0 ? last : next)) return false
      const { entry } = next
      if (entry && kinds.has(entry.kind)) {
        if (entry.context === null) return true
        if (entry.context.spellings !== null && isSpelled(text, next, entry.context)) return true
      }
      last = next
    }
    return false
  })
}

/** The most words of a line beside it that is an item of the same list. */
const ITEM_WORDS = 5
const ITEM_HOPS = 4

/** Alone in its line, beside a short line with a name that is sure: "- React" under "- TypeScript". */
function isLineOfList(
  text: SkillText,
  mentions: readonly Mention[],
  i: number,
  kinds: ReadonlySet<SkillKind>,
): boolean {
  const mention = mentions[i]
  if (!mention || !isWholeLine(text, mention)) return false
  return [-1, 1].some((step) => {
    for (let hop = 1; hop <= ITEM_HOPS; hop++) {
      const next = mentions[i + step * hop]
      const isNeighbour = next && text.line[next.start] === (text.line[mention.start] ?? 0) + step * hop
      if (!isNeighbour || !next.entry || !kinds.has(next.entry.kind)) return false
      if (next.entry.context === null) return lengthOfLine(text, next) <= ITEM_WORDS
      if (!isSpelled(text, next, next.entry.context) || !isWholeLine(text, next)) return false
    }
    return false
  })
}

function isWholeLine(text: SkillText, mention: Mention): boolean {
  return lengthOfLine(text, mention) === mention.end - mention.start
}

function lengthOfLine({ line }: SkillText, { start }: Mention): number {
  let from = start
  let to = start
  while (from > 0 && line[from - 1] === line[start]) from--
  while (to < line.length && line[to] === line[start]) to++
  return to - from
}

/** Whether two names stand in one line with the marks of a list beside both, and few words between them. */
function isListed(text: SkillText, left: Mention, right: Mention): boolean {
  const gap = right.start - left.end
  if (gap > LIST_GAP || text.sentenceStart[left.start] !== text.sentenceStart[right.start]) return false
  return (
    marksList(text, left.end) &&
    (gap === 0 || marksList(text, right.start) || isAnd(text.words[right.start - 1]))
  )
}

function marksList(text: SkillText, at: number): boolean {
  return /[,/|+(&)]/.test(text.marksBefore(at)) || isAnd(text.words[at])
}

function isAnd(word: string | undefined): boolean {
  return word === 'and' || word === 'or'
}
