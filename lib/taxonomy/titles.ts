import type { Seniority } from '@/db/values'
import { type Taxonomy, UNLISTED } from './build'
import { commonRole, refined } from './role-refinement'
import { readSeniority } from './seniority'
import { alternatives, BREAK, breaks, singular, titleWords } from './title-words'

export type TitleTags = { role: string | null; seniority: Seniority | null }

const numerals = /^(i{1,3}|iv|v|[1-5])$/

type Span = { start: number; end: number }
type Match = Span & { value: string }
type Found = { role: string | null; headEnd: number }

/**
 * Role and level that a title states, each null where it states none or two that differ. The role is read from the
 * first part of the title that names a person's job, and only where an alias reaches the noun at its end: a "Software
 * Engineer Recruiter" is not a software engineer.
 */
export function resolveTitle(taxonomy: Taxonomy, title: string): TitleTags {
  const all = titleWords(title.slice(0, 300))
  const words = withoutIgnored(taxonomy, all)
  const { rules, titles } = taxonomy
  const found = readRole(taxonomy, singular(titles.headNouns, words))
  if (titles.noJob.findAll(all).length > 0) found.role = null
  const implied = found.role ? rules.titles.roleSeniority[found.role] : undefined
  return {
    role: found.role,
    seniority: readSeniority(titles.levels, rules.seniority, {
      words,
      headEnd: found.headEnd,
      implied,
    }),
  }
}

function readRole(taxonomy: Taxonomy, words: readonly string[]): Found {
  const direct = readHead(taxonomy, words)
  if (direct.role) return direct
  // "Forward Deployed Senior Engineer", "Manager II, Engineering": once more without the words that state a level.
  const levels = taxonomy.titles.levels.findAll(words).filter((match) => match.value.where === 'any')
  const isNumeral = (i: number) =>
    numerals.test(words[i] ?? '') && taxonomy.titles.headNouns.has(words[i - 1] ?? '')
  const rest = words.filter((_, i) => !covered(levels, i) && !isNumeral(i))
  if (rest.length === words.length) return direct
  return { role: readHead(taxonomy, rest).role, headEnd: direct.headEnd }
}

function readHead(taxonomy: Taxonomy, words: readonly string[]): Found {
  const { roles, headNouns } = taxonomy.titles
  const matches = roles.findAll(words, (match) => isNamed(taxonomy, words, match))
  for (const part of partsOf(words, matches)) {
    const inside = matches.filter((match) => match.start >= part.start && match.end <= part.end)
    const last = inside.at(-1)
    const loose = (from: number, to: number) => words.slice(from, to).some((word) => headNouns.has(word))
    if (!last) {
      if (loose(part.start, part.end)) return { role: null, headEnd: part.end }
      continue
    }
    const headEnd = part.end
    if (loose(last.end, part.end) || looseAlternative(taxonomy, words, part, inside))
      return { role: null, headEnd }
    if (inside.some((match) => match.value === UNLISTED)) return { role: null, headEnd }
    const named = [...inside.map((match) => match.value), ...sharedHeads(taxonomy, words, part, last)]
    const role = commonRole(taxonomy, named)
    const isOne = named.every((one) => one === role)
    return { role: role && isOne ? refined(taxonomy, words, role, last) : role, headEnd }
  }
  return { role: null, headEnd: firstPart(words) }
}

/**
 * An alias that spans a break ("manager, software engineering"), or does not end in a person's noun ("VP product"), must be
 * the whole of its part but for levels: a "VP Product Marketing" is not in charge of the product.
 */
function isNamed(taxonomy: Taxonomy, words: readonly string[], { start, end, value }: Match): boolean {
  const phrase = words.slice(start, end)
  const isOpen = phrase.includes(BREAK) || !taxonomy.titles.headNouns.has(phrase.at(-1) ?? '')
  if (isOpen && end < words.length && !breaks.has(words[end] ?? '')) return false
  const { startsPart } = taxonomy.rules.titles
  const mustStart = isOpen || startsPart.includes(value) || startsPart.includes(phrase.join(' '))
  return !mustStart || startsItsPart(taxonomy, words, start)
}

/** Nothing but levels ("Senior/Staff") stands before it in its part; a "VP Customer Success" is more than a level of customer success. */
function startsItsPart(taxonomy: Taxonomy, words: readonly string[], start: number): boolean {
  const from = words.slice(0, start).findLastIndex((word) => breaks.has(word)) + 1
  const before = words.slice(from, start)
  const levels = taxonomy.titles.levels
    .findAll(before)
    .filter(({ value }) => value.where === 'any' && value.level !== 'manager')
  const { passedOver } = taxonomy.rules.titles
  return before.every((word, i) => covered(levels, i) || passedOver.includes(word) || alternatives.has(word))
}

function partsOf(words: readonly string[], matches: readonly Match[]): Span[] {
  const inMatch = (i: number) => matches.some((match) => i >= match.start && i < match.end)
  const cuts = words.flatMap((word, i) => (breaks.has(word) && !inMatch(i) ? [i] : []))
  return [...cuts, words.length]
    .map((end, n) => ({ start: n === 0 ? 0 : (cuts[n - 1] ?? 0) + 1, end }))
    .filter((part) => part.end > part.start)
}

function firstPart(words: readonly string[]): number {
  const at = words.findIndex((word) => breaks.has(word))
  return at < 0 ? words.length : at
}

/** "Designer / Data Engineer": a job beside the one that was recognised, which was not. */
function looseAlternative(
  taxonomy: Taxonomy,
  words: readonly string[],
  part: Span,
  matches: readonly Match[],
): boolean {
  const joins = range(part).filter((i) => alternatives.has(words[i] ?? '') && !covered(matches, i))
  return joins.some((join) => {
    const before = words[join - 1] ?? ''
    return taxonomy.titles.headNouns.has(before) && !covered(matches, join - 1)
  })
}

/** "Backend / Data Engineer" and "Backend Engineer / Data": the other words with the same noun may name another role. */
function sharedHeads(taxonomy: Taxonomy, words: readonly string[], part: Span, match: Match): string[] {
  const head = words[match.end - 1] ?? ''
  const roleOf = (phrase: readonly string[]) => {
    const found = phrase
      .map((_, i) => taxonomy.titles.roles.get([...phrase.slice(i), head]))
      .find((role) => role)
    return found ? [found] : []
  }
  const before = words.slice(part.start, match.start)
  const join = before.findLastIndex((word) => alternatives.has(word))
  const after = words.slice(match.end, part.end)
  const left = join === before.length - 1 || join >= 0 ? roleOf(before.slice(0, join)) : []
  const right = alternatives.has(after[0] ?? '') ? roleOf(after.slice(1)) : []
  return [...left, ...right]
}

function withoutIgnored(taxonomy: Taxonomy, words: readonly string[]): string[] {
  const { ignored } = taxonomy.titles
  const found = ignored.findAll(words)
  const kept = words.filter((_, i) => !covered(found, i))
  const { closing } = taxonomy.rules.titles
  const endsPart = (i: number) => kept[i + 1] === undefined || kept[i + 1] === BREAK
  return kept.filter((word, i) => !(i > 0 && endsPart(i) && closing.includes(word)))
}

function covered(matches: readonly Span[], i: number): boolean {
  return matches.some((match) => i >= match.start && i < match.end)
}

function range({ start, end }: Span): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}
