import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { buildTaxonomy } from '@/lib/taxonomy/build'
import { resolveEmploymentType } from '@/lib/taxonomy/employment'
import { resolveLocation } from '@/lib/taxonomy/locations'
import { taxonomyRules } from '@/lib/taxonomy/rules'
import { resolveSkills } from '@/lib/taxonomy/skills'
import { resolveTitle } from '@/lib/taxonomy/titles'
import { readGzip } from './files'
import { readSeedCompanies, readSeedJobs, tagsOf } from './jobs'
import { readTaxonomyRows } from './taxonomy-rows'

const rows = readTaxonomyRows()
const taxonomy = buildTaxonomy(rows, taxonomyRules)
const jobs = readSeedJobs()

// Whole corpora, on a machine that does other work besides.
vi.setConfig({ testTimeout: 60_000 })

describe('the shipped entries', () => {
  test('ids are dense and slugs unique', () => {
    for (const entries of [rows.roles, rows.skills]) {
      expect(entries.map((entry) => entry.id)).toEqual(entries.map((_, i) => i + 1))
      expect(new Set(entries.map((entry) => entry.slug)).size).toBe(entries.length)
    }
    expect(rows.roles.length).toBeGreaterThanOrEqual(60)
    expect(new Set(rows.places.map((place) => `${place.kind}/${place.slug}`)).size).toBe(rows.places.length)
    expect(Math.max(...rows.places.map((place) => place.id))).toBeLessThan(2 ** 20)
  })

  test('places have the ids of their kind and lie in places that exist', () => {
    const ranges = { country: [1, 999], region: [1000, 9999], city: [10_000, 2 ** 20] } as const
    for (const place of rows.places) {
      const [low, high] = ranges[place.kind]
      expect(place.id).toBeGreaterThanOrEqual(low)
      expect(place.id).toBeLessThanOrEqual(high)
      expect(taxonomy.placeById.get(place.countryId)?.kind).toBe('country')
      if (place.regionId !== null)
        expect(taxonomy.placeById.get(place.regionId)?.countryId).toBe(place.countryId)
    }
  })

  test('every alias of a role that stands alone in a title names that role', () => {
    const slugs = new Map(rows.roles.map((role) => [role.id, role.slug]))
    const others = rows.roleAliases.filter(
      ({ alias, roleId }) => resolveTitle(taxonomy, alias).role !== slugs.get(roleId),
    )
    expect(others).toEqual([])
  })

  test('every alias of a skill names that skill', () => {
    const slugs = new Map(rows.skills.map((skill) => [skill.id, skill.slug]))
    for (const { alias, skillId } of rows.skillAliases)
      expect(resolveSkills(taxonomy, [alias])).toEqual([slugs.get(skillId)])
  })

  test('every code and group of the rules exists', () => {
    const codes = new Set(rows.places.map((place) => place.countryCode))
    const slugs = new Set(rows.roles.map((role) => role.slug))
    for (const countries of taxonomy.locations.countriesOf.values())
      for (const code of countries) expect(codes).toContain(code)
    const { broader, refinedBy, roleSeniority } = taxonomyRules.titles
    const named = [broader, ...Object.values(refinedBy)].flatMap((table) => [...Object.values(table)])
    for (const slug of [
      ...named,
      ...Object.keys(broader),
      ...Object.keys(refinedBy),
      ...Object.keys(roleSeniority),
    ])
      expect(slugs).toContain(slug)
  })
})

describe('the shipped jobs', () => {
  test('each stands once, at a company that is shipped, with an address of the web or none', () => {
    const companies = new Set(readSeedCompanies().map((company) => company.slug))
    expect(new Set(jobs.map((job) => job.id)).size).toBe(jobs.length)
    for (const job of jobs) {
      expect(companies).toContain(job.company)
      if (job.applyUrl !== undefined) expect(job.applyUrl).toMatch(/^https?:\/\//)
    }
  })

  test('only federal postings carry a text, and none of them an e-mail address', () => {
    const texts = jobs.filter((job) => job.text !== undefined)
    expect(texts).toHaveLength(121)
    for (const job of texts) {
      expect(job.id).toMatch(/^federal:/)
      expect(job.text).not.toMatch(/[\w.+-]+@[\w-]+\.\w/)
    }
  })

  test('roles, countries and employment types resolve as far as was promised', () => {
    const tagged = jobs.map((job) => tagsOf(taxonomy, job))
    const share = (isTrue: (tags: (typeof tagged)[number]) => boolean) =>
      tagged.filter(isTrue).length / tagged.length
    expect(share((tags) => tags.role !== null)).toBeGreaterThan(0.75)
    expect(share((tags) => tags.location.places.length > 0)).toBeGreaterThan(0.93)
    const unknown = jobs.filter(
      (job) => job.employmentType && !resolveEmploymentType(taxonomy, job.employmentType),
    )
    expect(unknown.length).toBeLessThan(10)
  })
})

const corpus = path.join(process.cwd(), '../shared/data/places/location_strings.tsv.gz')

test.skipIf(!existsSync(corpus))(
  'of 111,132 real location strings more than 85 % name a place (skipped without ../shared/data)',
  () => {
    let all = 0
    let placed = 0
    for (const line of readGzip(corpus).trimEnd().split('\n')) {
      const tab = line.indexOf('\t')
      const count = Number(line.slice(0, tab))
      const { places, workplace } = resolveLocation(taxonomy, [line.slice(tab + 1)])
      if (places.length === 0 && workplace !== null) continue
      all += count
      if (places.length > 0) placed += count
    }
    expect(placed / all).toBeGreaterThan(0.85)
  },
)
