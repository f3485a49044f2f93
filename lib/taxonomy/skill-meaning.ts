import type { Phrases, SkillContext, SkillContexts } from './skill-contexts'
import { isInList, isSpelled, marksList } from './skill-lists'
import type { Mention, SkillText } from './skill-text'

/** Whether a name that may also mean something else means the skill here. */
export function isMeant(
  text: SkillText,
  mentions: readonly Mention[],
  i: number,
  contexts: SkillContexts,
): boolean {
  const mention = mentions[i]
  const context = mention?.entry?.context
  if (!mention || context === undefined) return false
  if (context === null) {
    const isField = mention.entry?.kind === 'method'
    return !(isField && isFieldOfOthers(text, mention, contexts))
  }
  if (!isSpelled(text, mention, context) || isRuledOut(text, mention, context)) return false
  return (
    (context.alone && isSureCapital(text, mention)) ||
    isAskedBefore(text, mention, context, contexts.fillers) ||
    isAskedAfter(text, mention, context) ||
    isInList(text, mentions, i, context)
  )
}

/** "The machine learning team", "collaborate with design and SEO", "a degree in operations research". */
function isFieldOfOthers(text: SkillText, mention: Mention, contexts: SkillContexts): boolean {
  const { departments, together, togetherEnds, subjects, experienceWords } = contexts
  return (
    (departments.has(text.words[mention.end] ?? '') && text.marksBefore(mention.end) === ' ') ||
    follows(text, mention, { phrases: together, ends: togetherEnds }) ||
    follows(text, mention, { phrases: subjects, ends: experienceWords })
  )
}

/** How many words a list after "degree in" or "collaborate with" may have. */
const FOLLOWING_WORDS = 14

/** Whether the name stands in the list that one of the phrases opens, before a word that ends it. */
function follows(
  { words, sentenceStart }: SkillText,
  { start }: Mention,
  { phrases, ends }: { phrases: Phrases; ends: ReadonlySet<string> },
): boolean {
  const from = sentenceStart[start] ?? 0
  for (let at = start - 1; at >= Math.max(from, start - FOLLOWING_WORDS); at--) {
    if (phrases.at(words, at, from) > 0) return true
    if (ends.has(words[at] ?? '')) return false
  }
  return false
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
