import type { SkillKind } from '@/db/values'
import type { SkillContext } from './skill-contexts'
import type { Mention, SkillText } from './skill-text'

/** Words between two names of one list, and names that are passed on the way. */
const LIST_GAP = 3
const LIST_HOPS = 4

/** In a list with a name that is sure, or with the same capitals beside another one of such a group. */
export function isInList(
  text: SkillText,
  mentions: readonly Mention[],
  i: number,
  context: SkillContext,
): boolean {
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
      if (next.entry.context === null) return isShortLine(text, next)
      if (!isSpelled(text, next, next.entry.context) || !isWholeLine(text, next)) return false
    }
    return false
  })
}

function isWholeLine({ line }: SkillText, { start, end }: Mention): boolean {
  return line[start - 1] !== line[start] && line[end] !== line[start]
}

function isShortLine({ line }: SkillText, { start }: Mention): boolean {
  let from = start
  while (start - from < ITEM_WORDS && line[from - 1] === line[start]) from--
  return line[from - 1] !== line[start] && line[from + ITEM_WORDS] !== line[start]
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

export function marksList(text: SkillText, at: number): boolean {
  return /[,/|+(&)]/.test(text.marksBefore(at)) || isAnd(text.words[at])
}

function isAnd(word: string | undefined): boolean {
  return word === 'and' || word === 'or'
}

export function isSpelled(
  { readable, tokens }: SkillText,
  { start, end }: Mention,
  { spellings }: SkillContext,
): boolean {
  return spellings?.has(readable.slice(tokens[start]?.start, tokens[end - 1]?.end)) ?? true
}
