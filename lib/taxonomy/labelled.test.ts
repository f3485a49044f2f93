import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readJson } from '@/db/seed/files'
import { readTaxonomyRows } from '@/db/seed/taxonomy-rows'
import { type Seniority, seniorities, type Workplace, workplaces } from '@/db/values'
import { buildTaxonomy } from './build'
import { type Eligibility, type PlaceTag, resolveLocation } from './locations'
import { taxonomyRules } from './rules'
import { resolveTitle } from './titles'

type TitleLabel = { title: string; roles: string[]; seniority: (Seniority | null)[] }
type LocationLabel = {
  text: string
  places: string[]
  workplace: (Workplace | null)[]
  eligibility: string[]
}
/** One string: how many tags it got, how many of them are right, and whether one was due. */
type Score = { tags: number; right: number; isDue: boolean }

const folder = path.join(process.cwd(), 'lib/taxonomy/testing/labels')
const titles = readJson<TitleLabel[]>(path.join(folder, 'titles.json'))
const locations = readJson<LocationLabel[]>(path.join(folder, 'locations.json'))
const taxonomy = buildTaxonomy(readTaxonomyRows(), taxonomyRules)

describe('the labels', () => {
  test('each string stands once', () => {
    expect(new Set(titles.map((label) => label.title)).size).toBe(400)
    expect(new Set(locations.map((label) => label.text)).size).toBe(400)
  })

  test('every role, level, place, workplace, country and group of them exists', () => {
    const places = new Set([...taxonomy.placeById.values()].map(refOf))
    const countries = [...taxonomy.placeById.values()].map((place) => place.countryCode)
    const scopes = new Set(['worldwide', ...countries, ...taxonomy.locations.countriesOf.keys()])
    expect(titles.flatMap((label) => label.roles).filter((role) => !taxonomy.roleBySlug.has(role))).toEqual(
      [],
    )
    for (const { seniority } of titles)
      for (const level of seniority) expect([null, ...seniorities]).toContain(level)
    expect(locations.flatMap((label) => label.places).filter((ref) => !places.has(ref))).toEqual([])
    for (const { workplace } of locations)
      for (const one of workplace) expect([null, ...workplaces]).toContain(one)
    expect(locations.flatMap((label) => label.eligibility).filter((scope) => !scopes.has(scope))).toEqual([])
  })
})

describe('of the tags on labelled strings, 98 in 100 are right:', () => {
  const titleTags = titles.map((label) => ({ label, tags: resolveTitle(taxonomy, label.title) }))
  const locationTags = locations.map((label) => ({ label, tags: resolveLocation(taxonomy, [label.text]) }))

  test('roles', async ({ annotate }) => {
    const scores = titleTags.map(({ label, tags }) => one(tags.role, label.roles, label.roles.length > 0))
    await annotate(summary(scores))
    expect(precision(scores)).toBeGreaterThanOrEqual(0.98)
  })

  test('levels', async ({ annotate }) => {
    const scores = titleTags.map(({ label: { seniority }, tags }) =>
      one(tags.seniority, seniority, !seniority.includes(null)),
    )
    await annotate(summary(scores))
    expect(precision(scores)).toBeGreaterThanOrEqual(0.98)
  })

  test('places', async ({ annotate }) => {
    const scores = locationTags.map(({ label, tags }) => ({
      tags: tags.places.length,
      right: tags.places.filter((tag) => refsOf(tag).every((ref) => label.places.includes(ref))).length,
      isDue: label.places.length > 0,
    }))
    await annotate(summary(scores))
    expect(precision(scores)).toBeGreaterThanOrEqual(0.98)
  })

  test('workplaces', async ({ annotate }) => {
    const scores = locationTags.map(({ label: { workplace }, tags }) =>
      one(tags.workplace, workplace, !workplace.includes(null)),
    )
    await annotate(summary(scores))
    expect(precision(scores)).toBeGreaterThanOrEqual(0.98)
  })

  test('countries from which a remote job may be done', async ({ annotate }) => {
    const scores = locationTags.map(({ label, tags }) => eligibilityScore(tags.eligibility, label))
    await annotate(summary(scores))
    expect(precision(scores)).toBeGreaterThanOrEqual(0.98)
  })
})

function one<T>(tag: T | null, right: readonly (T | null)[], isDue: boolean): Score {
  return { tags: tag === null ? 0 : 1, right: tag !== null && right.includes(tag) ? 1 : 0, isDue }
}

/** One string counts once, however many countries its group has: a wrong one makes the whole wrong. */
function eligibilityScore(tagged: Eligibility | null, { workplace, eligibility }: LocationLabel): Score {
  const isDue = eligibility.length > 0 && workplace.every((one) => one === 'remote')
  if (!tagged) return { tags: 0, right: 0, isDue }
  const isWorldwide = eligibility.includes('worldwide')
  const named = new Set(eligibility.flatMap((scope) => taxonomy.locations.countriesOf.get(scope) ?? scope))
  const isRight = isWorldwide || (!tagged.worldwide && tagged.countries.every((code) => named.has(code)))
  return { tags: 1, right: isRight ? 1 : 0, isDue }
}

function refsOf({ cityId, regionId, countryId }: PlaceTag): string[] {
  return [cityId, regionId, countryId].flatMap((id) => {
    const place = id === null ? undefined : taxonomy.placeById.get(id)
    return place ? [refOf(place)] : []
  })
}

function refOf({ kind, slug }: { kind: string; slug: string }): string {
  return `${kind}/${slug}`
}

function precision(scores: readonly Score[]): number {
  return sum(scores, ({ right }) => right) / sum(scores, ({ tags }) => tags)
}

/** Numbers only: who reads them may go on to change aliases. Shown by `--reporter verbose`. */
function summary(scores: readonly Score[]): string {
  const due = scores.filter(({ isDue }) => isDue)
  const [right, tags] = [sum(scores, (score) => score.right), sum(scores, (score) => score.tags)]
  const found = due.filter((score) => score.tags > 0).length
  return `${right} of ${tags} tags right; ${found} of ${due.length} strings that state one are tagged`
}

function sum(scores: readonly Score[], count: (score: Score) => number): number {
  return scores.reduce((total, score) => total + count(score), 0)
}
