import { Best, type Tier, tiers } from './best'
import { fold } from './fold'
import { type Kind, kinds, type Label } from './label'
import { entryForms, type LabelIndex, type Range } from './label-index'
import { oneEditAway } from './typos'

/** Which field is typed into. */
export const fields = ['words', 'where'] as const
export type SuggestField = (typeof fields)[number]

/** Typos are looked for where fewer labels were found as typed and none of them has that very name, in words of some length. */
const ENOUGH = 3
const MIN_TYPO_LETTERS = 4
/** Shorter ones, mistyped, would begin some later word of too many labels. */
const MIN_INNER_TYPO_LETTERS = 6

/** Words of a name at the end of what is typed: "senior site reliability eng". */
const MAX_WORDS = 5
/** After other words; a single letter there begins everything. */
const MIN_TAIL_LETTERS = 2

export const kindsOf: Record<SuggestField, readonly Kind[]> = {
  words: ['role', 'skill', 'company', 'country', 'region', 'place'],
  where: ['country', 'region', 'place', 'workplace'],
}

/** `typed` is the part of what was typed that the labels stand for: choosing one takes it away. */
export type Suggested = { typed: string; labels: Label[] }

/** At most eight labels for the words typed last, the longest run of them that finds something. */
export function suggest(index: LabelIndex, text: string, field: SuggestField): Suggested {
  for (const typed of field === 'where' ? [text.trim()] : runsOf(text)) {
    const ranks = ranksFor(index, fold(typed), field)
    if (ranks.length > 0) return { typed, labels: ranks.flatMap((rank) => index.labels[rank] ?? []) }
  }
  return { typed: '', labels: [] }
}

function runsOf(text: string): string[] {
  const words = text.trim().split(/\s+/)
  const longest = Math.min(words.length, MAX_WORDS)
  return Array.from({ length: longest }, (_, i) => words.slice(words.length - longest + i).join(' ')).filter(
    (run) => words.length === 1 || fold(run).length >= MIN_TAIL_LETTERS,
  )
}

type TierOf = (form: number, isWhole: boolean, rank: number) => Tier | null

function ranksFor(index: LabelIndex, letters: string, field: SuggestField): number[] {
  if (letters === '') return []
  const best = new Best(index.labels.length)
  const isAsked = kinds.map((kind) => kindsOf[field].includes(kind))
  // A word that no open job has leads to an empty list; from a town without one a radius leads on.
  const upTo = field === 'words' ? index.joblessFrom : index.labels.length
  function offer(range: Range, depth: number, tierOf: TierOf) {
    const wholeUpTo = index.wholeUpTo(range, depth)
    for (let entry = range.from; entry < range.to; entry++) {
      const rank = index.rankOf(entry)
      const kind = index.kindOf(rank)
      if (!isAsked[kind] || rank >= upTo) continue
      const tier = tierOf(index.formOf(entry), entry < wholeUpTo, rank)
      if (tier !== null) best.offer(kind, rank, tier)
    }
  }
  offer(index.follow(index.whole, 0, letters), letters.length, (form, isWhole, rank) => {
    const tier = tierAsTyped(form, isWhole, field)
    // A town without a job stands behind every one that has some, unless it is the very one that was typed.
    return tier === null || tier === tiers.exact || rank < index.joblessFrom ? tier : tiers.jobless
  })
  if (best.size < ENOUGH && !best.hasExact && mayBeMistyped(letters)) {
    for (const near of oneEditAway(index, letters)) {
      offer(near, near.depth, (form, isWhole) => tierMistyped(form, isWhole, letters.length))
    }
  }
  return best.ranks()
}

/** A single letter that begins the next word is no typo yet. */
function mayBeMistyped(letters: string): boolean {
  return letters.length >= MIN_TYPO_LETTERS && !/ .$/u.test(letters)
}

function tierAsTyped(form: number, isWhole: boolean, field: SuggestField): Tier | null {
  if (form === entryForms.code) return isWhole && field === 'where' ? tiers.exact : null
  if (form === entryForms.word) return tiers.inside
  if (isWhole) return tiers.exact
  return form === entryForms.label ? tiers.start : tiers.inside
}

function tierMistyped(form: number, isWhole: boolean, letters: number): Tier | null {
  if (form === entryForms.code) return null
  if (form === entryForms.word) return letters < MIN_INNER_TYPO_LETTERS ? null : tiers.mistypedStart
  return isWhole ? tiers.mistyped : tiers.mistypedStart
}
