import type { SkillContexts } from './skill-contexts'
import type { Mention, SkillText } from './skill-text'

/** Words between a negation and the name that it denies. */
const NEGATION_WORDS = 4

/** Whether the sentence speaks of others, of benefits, or says that the skill is not needed. */
export function isVoid(text: SkillText, { start, end }: Mention, contexts: SkillContexts): boolean {
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

/** Names of products that a heading ("About …", "Life at …") or the start of a sentence ("At …, we") says are the company's own. */
export function ownNames(
  text: SkillText,
  mentions: readonly Mention[],
  { ownName }: SkillContexts,
): string[] {
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
