import type { Taxonomy } from './build'
import { evidenceAt } from './readable'
import type { SkillContexts } from './skill-contexts'
import { isMeant } from './skill-meaning'
import { type Mention, type SkillEntry, type SkillText, skillText } from './skill-text'
import { isVoid, ownNames } from './skill-voids'
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

export class SkillIndex {
  private readonly all = new PhraseIndex<SkillEntry>()
  private readonly byFirst = new Map<string, { words: string[]; entry: SkillEntry | null }[]>()

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

  private addPhrase(words: string[], entry: SkillEntry | null): void {
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
