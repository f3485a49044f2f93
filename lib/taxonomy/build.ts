import { employmentWords } from './employment'
import { type LocationIndex, locationIndex } from './location-index'
import { type LevelPhrase, levelIndex } from './seniority'
import { skillContexts } from './skill-contexts'
import { SkillIndex } from './skills'
import { PhraseIndex } from './text'
import { BREAK, singular, titleWords } from './title-words'
import type { Place, RoleRow, SkillRow, TaxonomyRows, TaxonomyRules } from './types'

/** Everything that turns text into entries, indexed once per process. Nothing in it changes after it is built. */
export type Taxonomy = {
  roleBySlug: ReadonlyMap<string, RoleRow>
  skillBySlug: ReadonlyMap<string, SkillRow>
  skillById: ReadonlyMap<number, SkillRow>
  placeById: ReadonlyMap<number, Place>
  /** By ISO 3166-1 code of two letters. */
  countryIdByCode: ReadonlyMap<string, number>
  rules: TaxonomyRules
  titles: {
    roles: PhraseIndex<string>
    refinements: ReadonlyMap<string, PhraseIndex<string>>
    headNouns: ReadonlySet<string>
    ignored: PhraseIndex<true>
    noJob: PhraseIndex<true>
    levels: PhraseIndex<LevelPhrase>
  }
  locations: LocationIndex
  skills: SkillIndex
  employmentTypes: ReturnType<typeof employmentWords>
}

/** Throws when one alias names two roles or two skills: that is a fault of the data, found at once. */
export function buildTaxonomy(rows: TaxonomyRows, rules: TaxonomyRules): Taxonomy {
  return {
    roleBySlug: new Map(rows.roles.map((role) => [role.slug, role])),
    skillBySlug: new Map(rows.skills.map((skill) => [skill.slug, skill])),
    skillById: new Map(rows.skills.map((skill) => [skill.id, skill])),
    placeById: new Map(rows.places.map((place) => [place.id, place])),
    countryIdByCode: new Map(
      rows.places.flatMap((place) =>
        place.kind === 'country' ? [[place.countryCode, place.id] as const] : [],
      ),
    ),
    rules,
    titles: {
      roles: roleIndex(rows, rules),
      refinements: new Map(
        Object.entries(rules.titles.refinedBy).map(([role, phrases]) => [role, phraseIndex(phrases)]),
      ),
      headNouns: new Set(rules.titles.headNouns),
      ignored: setIndex(rules.titles.ignored),
      noJob: setIndex(rules.titles.noJob),
      levels: levelIndex(rules.seniority),
    },
    locations: locationIndex(rows, rules),
    skills: new SkillIndex(rows, skillContexts(rules.skillContexts)),
    employmentTypes: employmentWords(rules.employmentTypes),
  }
}

/** Value of a phrase that names a job which is no role of the list. */
export const UNLISTED = ''

function roleIndex({ roles, roleAliases }: TaxonomyRows, rules: TaxonomyRules): PhraseIndex<string> {
  const slugs = new Map(roles.map((role) => [role.id, role.slug]))
  const index = new PhraseIndex<string>()
  const headNouns = new Set(rules.titles.headNouns)
  const wordsOf = (title: string) => singular(headNouns, titleWords(title))
  const named = roles.map((role) => ({ alias: role.name, roleId: role.id }))
  for (const { alias, roleId } of [...named, ...roleAliases]) {
    const slug = slugs.get(roleId)
    const words = wordsOf(alias)
    const known = index.get(words)
    if (!slug || (known && known !== slug)) throw new Error(`alias "${alias}" names ${known} and ${slug}`)
    index.add(words, slug)
  }
  for (const { alias, roleId } of roleAliases) {
    const other = withOtherLink(rules.titles.ranks, wordsOf(alias))
    const slug = slugs.get(roleId)
    if (slug && index.get(other) === undefined) index.add(other, slug)
  }
  for (const phrase of rules.titles.unlisted) index.add(wordsOf(phrase), UNLISTED)
  return index
}

/** "Director of Sales" for "Director, Sales" and the other way round. */
function withOtherLink(ranks: readonly string[], words: readonly string[]): string[] {
  const links = ['of', BREAK]
  return words.map((word, i) =>
    links.includes(word) && ranks.includes(words[i - 1] ?? '')
      ? (links.find((link) => link !== word) ?? word)
      : word,
  )
}

function phraseIndex(phrases: Readonly<Record<string, string>>): PhraseIndex<string> {
  const index = new PhraseIndex<string>()
  for (const [phrase, slug] of Object.entries(phrases)) index.add(titleWords(phrase), slug)
  return index
}

function setIndex(phrases: readonly string[]): PhraseIndex<true> {
  const index = new PhraseIndex<true>()
  for (const phrase of phrases) index.add(titleWords(phrase), true)
  return index
}
