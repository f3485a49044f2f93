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
    expect(share((tags) => tags.role !== null)).toBeGreaterThanOrEqual(0.8)
    expect(share((tags) => tags.location.places.length > 0)).toBeGreaterThan(0.94)
    const isPlaced = ({ location }: (typeof tagged)[number]) =>
      location.places.length > 0 || location.workplace === 'remote'
    expect(share(isPlaced)).toBeGreaterThanOrEqual(0.95)
    const unknown = jobs.filter(
      (job) => job.employmentType && !resolveEmploymentType(taxonomy, job.employmentType),
    )
    expect(unknown.length).toBeLessThan(10)
  })
})

describe('titles of all trades', () => {
  test.each([
    ['Emergency Veterinarian (Per Diem) - Lynnwood, WA', 'veterinarian'],
    ['Endodontist Opening', 'dentist'],
    ['CDL Drivers', 'driver'],
    ['Licensed Practical Nurses (LPN)', 'nurse'],
    ['RN Case Manager - Weekends', 'nurse'],
    ['CRNA - Surgery Center - $350k', 'nurse-practitioner'],
    ['Family Nurse Practitioner or Physician Assistant', 'advanced-practice-provider'],
    ['Auxiliaire de vie H/F', 'home-care-aide'],
    ['Assistant(e) de vie (H/F)', 'home-care-aide'],
    ['Aide à domicile - job étudiant H/F', 'home-care-aide'],
    ['Licensed Optician, Part-Time - Princeton, NJ', 'optician'],
    ['Area Lead Health Information Specialist', 'medical-records-specialist'],
    ['Executivo(a) de Contas Sênior | Curitiba/PR', 'account-executive'],
    ['Consultor(a) Comercial Externo', 'sales-representative'],
    ['Finanzbuchhalter*in (m/w/d)', 'bookkeeper'],
    ['Kellner (m/w/d)', 'restaurant-worker'],
    ['Koch (m/w/d) in Vollzeit', 'cook'],
    ['Lagerhelfer (m/w/d)', 'warehouse-worker'],
    ['Engenheiro de Dados Pleno', 'data-engineer'],
    ['Security Officer - Murphy, NC', 'security-guard'],
    ['Part-Time Security Officer (Sat/Sun, 7AM - 3PM)', 'security-guard'],
    ['Chief Information Security Officer (CISO)', 'head-of-security'],
    ['Senior Wealth Planner', 'financial-advisor'],
    ['Director, Clinical Operations', 'clinical-research-associate'],
    ['Senior Manager, Statistical Programming', 'biostatistician'],
    ['Civil Construction Estimator', 'estimator'],
    ['GNC Engineer II', 'aerospace-engineer'],
    ['Software Engineer, iOS Core Product - Austin, USA', 'ios-developer'],
    ['Tech Lead, Android Core Product', 'android-developer'],
    ['Senior / Staff Product Engineer', 'software-engineer'],
    ['Workday Integrations Developer', 'erp-consultant'],
    ['SVP, Marketing', 'head-of-marketing'],
  ])('%s is %s', (title, role) => {
    expect(resolveTitle(taxonomy, title).role).toBe(role)
  })

  test.each([
    'Manager',
    'Support Specialist Coordinator',
    'Assistant Manager',
    'Seasonal Associate (Part-Time) - The Gardens',
    'Business Information Security Officer',
    'Facility Security Officer',
    'Chief Engineer',
    'AI/Machine Learning Specialist',
    'Competitive Intelligence Analyst',
    'Matte Painter',
    'Strategy Director',
    'Commissioning Engineer - Energy Storage',
    'Precision Cleaning Technician',
    'General Application - NYC (Clinic Manager)',
    'Software Engineer - Talent Pool',
    'Don’t see what you’re looking for? Software Engineer',
    'Technical Consultant',
    'Medical Director',
  ])('%s gets no role', (title) => {
    expect(resolveTitle(taxonomy, title).role).toBeNull()
  })

  test.each([
    ['Lead Store Associate', 'lead'],
    ['Shift Lead', 'lead'],
    ['Junior Trader', 'junior'],
    ['Associate Director, Clinical Operations', 'director'],
    ['Software Engineering Lead', 'lead'],
    ['Analista de Negócios Pleno', 'mid'],
  ])('%s is of level %s', (title, level) => {
    expect(resolveTitle(taxonomy, title).seniority).toBe(level)
  })

  test.each([
    'Staff Nurse',
    'Staff Physical Therapist',
    'Head Chef',
    'Head Coach',
    'Culinary Aide / Wait Staff',
    'Assistant Manager',
    'Managing Director',
    'Assistant Vice President, Investment Accounting',
    'Senior Living Advisor',
    'Senior Care Coordinator',
    'Senior Health Nurse Practitioner',
    'Principal, High School',
    'Assistant Principal',
    'Account Executive, Mid-Enterprise (East)',
    'Lead Generation Specialist',
  ])('%s states no level', (title) => {
    expect(resolveTitle(taxonomy, title).seniority).toBeNull()
  })
})

const shared = path.join(process.cwd(), '../shared/data')
const facts = path.join(shared, 'volume/greenhouse_facts_2026-01-06.tsv.gz')

test.skipIf(!existsSync(facts))(
  'of 111,132 real jobs 70 % get a role and 90 % a country or remote (skipped without ../shared/data)',
  () => {
    const [head = '', ...lines] = readGzip(facts).trimEnd().split('\n')
    const columns = head.split('\t')
    const cellsOf = (name: string) => lines.map((line) => line.split('\t')[columns.indexOf(name)] ?? '')
    const roles = cellsOf('title').filter((title) => resolveTitle(taxonomy, title).role)
    expect(roles.length / lines.length).toBeGreaterThanOrEqual(0.7)
    const placed = cellsOf('location').filter((text) => {
      const { places, workplace } = resolveLocation(taxonomy, [text])
      return places.length > 0 || workplace === 'remote'
    })
    expect(placed.length / lines.length).toBeGreaterThanOrEqual(0.9)
  },
)

const corpus = path.join(shared, 'places/location_strings.tsv.gz')

test.skipIf(!existsSync(corpus))(
  'of 111,132 real location strings more than 88 % name a place (skipped without ../shared/data)',
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
    expect(placed / all).toBeGreaterThan(0.88)
  },
)
