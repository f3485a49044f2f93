import { setImmediate } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import searchWords from '@/content/taxonomy/search-words.json'
import { type Db, db } from '@/db/client'
import { codeOf, employmentTypes, seniorities, workplaces } from '@/db/values'
import { employmentTypeLabels, seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import { skillWords } from '@/lib/taxonomy/skills'
import { expandBraces, PhraseIndex } from '@/lib/taxonomy/text'
import type { ValueKind } from '../condition'

/** What a phrase names beside its words: `k8s` a skill, `sre` a role, `berlin` a city, `remote` a workplace. */
export type Sense = { kind: ValueKind; values: number[]; label: string; isAlias: boolean }

export type Meaning = {
  senses: readonly Sense[]
  /** Where the words themselves are looked for, beside the senses. */
  reads: 'text' | 'title' | 'nothing'
}

export type Vocabulary = {
  meanings: PhraseIndex<Meaning>
  /** Words that say nothing about a job: every job is a job. */
  noise: PhraseIndex<true>
  /** Phrase -> others that are used for the same. */
  alike: ReadonlyMap<string, readonly string[]>
  /** Every word that a name is made of, for misspellings. */
  words: ReadonlySet<string>
}

const kept = new WeakMap<Db, Promise<Vocabulary>>()

/** Read once per process, like the taxonomy it comes from. */
export function loadVocabulary(database: Db = db()): Promise<Vocabulary> {
  const known = kept.get(database)
  if (known) return known
  const vocabulary = read(database)
  kept.set(database, vocabulary)
  vocabulary.catch(() => kept.delete(database))
  return vocabulary
}

type Named = {
  kind: ValueKind
  id: number
  name: string
  label: string
  population: number
  isAlias: boolean
}

/** Smaller cities of a name are not what somebody means who types it alone. */
const KNOWN_POPULATION = 100_000
const NAMESAKE_SHARE = 0.25
const NAMES_AT_A_TIME = 500

async function read(database: Db): Promise<Vocabulary> {
  const { rows } = await database.execute<Named>(sql`
    select 'role' as kind, id::int as id, name, name as label, 0 as population, false as "isAlias" from roles
    union all select 'role', r.id, a.alias, r.name, 0, true from role_aliases a join roles r on r.id = a.role_id
    union all select 'skill', id, name, name, 0, false from skills
    union all select 'skill', s.id, a.alias, s.name, 0, true from skill_aliases a join skills s on s.id = a.skill_id
    union all select p.kind, p.id, p.name, p.name, p.population, false from places p
      where p.kind = 'country' or p.population >= ${KNOWN_POPULATION}
    union all select p.kind, p.id, a.alias, p.name, p.population, true from place_aliases a join places p on p.id = a.place_id
      where (p.kind = 'country' or p.population >= ${KNOWN_POPULATION}) and (a.alias !~ '^[A-Z]{2}$' or a.alias = 'UK')
    order by kind, id, name`)
  return vocabularyOf([...rows, ...closedNames()])
}

function closedNames(): Named[] {
  const of = <T extends string>(
    kind: ValueKind,
    values: readonly T[],
    labels: Readonly<Record<T, string>>,
    words: Readonly<Partial<Record<T, readonly string[]>>>,
  ): Named[] =>
    values.flatMap((value) =>
      [...new Set([labels[value], ...(words[value] ?? [])])].map((name, i) => ({
        kind,
        id: codeOf(values, value),
        name,
        label: labels[value],
        population: 0,
        isAlias: i > 0,
      })),
    )
  const { seniority, locationWords } = taxonomyRules
  return [
    ...of('seniority', seniorities, seniorityLabels, seniority.words),
    ...of('workplace', workplaces, workplaceLabels, locationWords),
    ...of('employmentType', employmentTypes, employmentTypeLabels, taxonomyRules.employmentTypes),
  ]
}

/** In parts, so that a board that has just started answers others meanwhile. */
async function vocabularyOf(named: readonly Named[]): Promise<Vocabulary> {
  const ordinary = new Set(
    taxonomyRules.skillContexts.groups.flatMap(({ aliases }) =>
      aliases.map((alias) => skillWords(alias).join(' ')),
    ),
  )
  const needQualifier = new Set(
    taxonomyRules.locationWords.needQualifier.map((name) => skillWords(name).join(' ')),
  )
  const skills = new PhraseIndex<true>()
  for (const one of named) if (one.kind === 'skill') skills.add(skillWords(one.name), true)
  const byPhrase = new Map<string, Named[]>()
  for (const [i, one] of named.entries()) {
    if (i % NAMES_AT_A_TIME === 0) await setImmediate()
    const key = skillWords(one.name).join(' ')
    const isPlace = one.kind === 'city' || one.kind === 'region' || one.kind === 'country'
    // "Rust developer" as a title is a software engineer; somebody who types it wants the Rust.
    const isTooWide = one.kind === 'role' && one.isAlias && namesSkill(skills, one)
    if (
      key === '' ||
      isTooWide ||
      (isPlace && (needQualifier.has(key) || (one.kind === 'region' && key.length < 4)))
    )
      continue
    byPhrase.set(key, [...(byPhrase.get(key) ?? []), one])
  }
  const meanings = new PhraseIndex<Meaning>()
  for (const [key, all] of byPhrase) {
    meanings.add(key.split(' '), { senses: sensesOf(all), reads: readsOf(key, all, ordinary) })
  }
  return {
    meanings,
    noise: noiseOf(searchWords.noise),
    alike: alikeOf(searchWords.alike),
    words: new Set([...byPhrase.keys()].flatMap((key) => key.split(' ')).filter((word) => word.length >= 4)),
  }
}

/** Text search reads `c++` as `c` and `.net` as `net`; `go` and `ml` are everywhere, but in a title they mean what they name. */
function readsOf(key: string, named: readonly Named[], ordinary: ReadonlySet<string>): Meaning['reads'] {
  if (named.every((one) => one.kind !== 'skill')) return 'text'
  if (/[+#]/.test(key) || key.length === 1 || key === 'dotnet') return 'nothing'
  return key.length <= 2 && ordinary.has(key) ? 'title' : 'text'
}

function namesSkill(skills: PhraseIndex<true>, { name, label }: Named): boolean {
  return skills.findAll(skillWords(name)).length > skills.findAll(skillWords(label)).length
}

/** Of places that share a name only those that are about as large as the largest. */
function sensesOf(named: readonly Named[]): Sense[] {
  const largest = Math.max(...named.map((one) => one.population))
  const senses = new Map<ValueKind, Sense>()
  for (const one of [...named].sort((a, b) => b.population - a.population || a.id - b.id)) {
    if (one.kind === 'city' && one.population < largest * NAMESAKE_SHARE) continue
    const known = senses.get(one.kind)
    if (known) known.values = [...new Set([...known.values, one.id])]
    else senses.set(one.kind, { kind: one.kind, values: [one.id], label: one.label, isAlias: one.isAlias })
  }
  return [...senses.values()]
}

function noiseOf(phrases: readonly string[]): PhraseIndex<true> {
  const index = new PhraseIndex<true>()
  for (const phrase of phrases.flatMap(expandBraces)) index.add(skillWords(phrase), true)
  return index
}

function alikeOf(groups: readonly (readonly string[])[]): Map<string, string[]> {
  const alike = new Map<string, string[]>()
  for (const group of groups) {
    for (const phrase of group) {
      const key = skillWords(phrase).join(' ')
      alike.set(key, [...(alike.get(key) ?? []), ...group.filter((one) => one !== phrase)])
    }
  }
  return alike
}
