import { codeOf, employmentTypes, type Seniority, seniorities, visaPolicies, workplaces } from '@/db/values'
import { slugOf } from '@/lib/companies/rules'
import { toMinor } from '@/lib/money'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveLocation } from '@/lib/taxonomy/locations'
import { readSkills, resolveSkills } from '@/lib/taxonomy/skills'
import { resolveTitle } from '@/lib/taxonomy/titles'
import type { Place, RoleRow, SkillRow } from '@/lib/taxonomy/types'
import { fingerprintOf } from './fingerprint'
import { type JobField, NOT_STATED_CHOICE } from './input'
import type { StatedPay } from './pay'
import { payColumns } from './pay-columns'
import type { PublishableForm } from './publishable'

export type Faults = Partial<Record<JobField, string>>
export type PublishFacts = ReturnType<typeof columnsAndRows>

/** What a form means on this board: columns and rows of the job; or beside which field the board needs other words. What the company is called is no skill. */
export function publishFacts(
  form: PublishableForm,
  { taxonomy, company }: { taxonomy: Taxonomy; company: string },
): { ok: true; facts: PublishFacts } | { ok: false; faults: Faults } {
  const faults: Faults = {}
  const places = placesOf(form, taxonomy, faults)
  const eligible = eligibleOf(form, taxonomy, faults)
  const role = roleOf(form, taxonomy, faults)
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, facts: columnsAndRows(form, taxonomy, { places, eligible, role, company }) }
}

type Resolved = { places: Place[]; eligible: Place[]; role: RoleRow | null; company: string }

function columnsAndRows(
  form: PublishableForm,
  taxonomy: Taxonomy,
  { places, eligible, role, company }: Resolved,
) {
  const isRemote = form.workplace === 'remote'
  return {
    columns: {
      title: form.title,
      slug: slugOf(form.title) ?? 'job',
      text: form.text,
      locationStated: form.places.join('; '),
      roleId: role?.id ?? null,
      seniority: codeOf(seniorities, levelOf(form, taxonomy)),
      workplace: codeOf(workplaces, form.workplace),
      employmentType: codeOf(employmentTypes, form.employmentType),
      eligibilityStated:
        isRemote && form.eligibility === 'countries' ? form.eligibleCountries.join(', ') : null,
      eligibleWorldwide: isRemote && form.eligibility === 'worldwide',
      visa: codeOf(visaPolicies, form.visa || null),
      applyUrl: form.applyUrl,
      ...payColumns(payOf(form)),
    },
    role,
    places,
    eligible,
    skills: skillsOf(form, taxonomy, company),
    unknownSkills: form.skills.filter((name) => resolveSkills(taxonomy, [name]).length === 0),
    fingerprint: fingerprintOf(form.title, form.text),
    lastDay: form.closesOn,
  }
}

type JobSkill = SkillRow & { origin: 'stated' | 'text'; evidence: string }

/** What the form states, as it is written there, before what the text says. */
function skillsOf(form: PublishableForm, taxonomy: Taxonomy, company: string): JobSkill[] {
  const stated = form.skills.flatMap((name) =>
    resolveSkills(taxonomy, [name]).map((slug) => ({ slug, origin: 'stated' as const, evidence: name })),
  )
  const read = readSkills(taxonomy, form.text, { company }).map((one) => ({
    ...one,
    origin: 'text' as const,
  }))
  const bySlug = new Map<string, JobSkill>()
  for (const { slug, origin, evidence } of [...stated, ...read]) {
    const skill = taxonomy.skillBySlug.get(slug)
    if (skill && !bySlug.has(slug)) bySlug.set(slug, { ...skill, origin, evidence })
  }
  return [...bySlug.values()]
}

/** Each line names one place or several; a line that names none is a fault, never a guess. */
function placesOf(form: PublishableForm, taxonomy: Taxonomy, faults: Faults): Place[] {
  const read = form.places.map((line) => ({ line, tags: resolveLocation(taxonomy, [line]).places }))
  const unknown = read.filter(({ tags }) => tags.length === 0).map(({ line }) => `“${line}”`)
  if (unknown.length > 0) {
    faults.places = `Not found: ${unknown.join(', ')}. Write city and country, such as “Springfield, Illinois, USA”, one in each line.`
  }
  const ids = read.flatMap(({ tags }) => tags.map((tag) => tag.cityId ?? tag.regionId ?? tag.countryId))
  return [...new Set(ids)].flatMap((id) => taxonomy.placeById.get(id) ?? [])
}

/** Countries, and groups of countries such as the EU; a region or a city is no country. */
function eligibleOf(form: PublishableForm, taxonomy: Taxonomy, faults: Faults): Place[] {
  if (form.workplace !== 'remote' || form.eligibility !== 'countries') return []
  const codes = new Set<string>()
  const unknown: string[] = []
  for (const name of form.eligibleCountries) {
    const found = resolveLocation(taxonomy, [`Remote, ${name}`])
    const isFiner = found.places.some((place) => place.cityId !== null || place.regionId !== null)
    if (isFiner || !found.eligibility?.countries.length) unknown.push(`“${name}”`)
    else for (const code of found.eligibility.countries) codes.add(code)
  }
  if (unknown.length > 0)
    faults.eligibleCountries = `No country or group of countries: ${unknown.join(', ')}.`
  return [...codes].flatMap((code) => taxonomy.placeById.get(taxonomy.countryIdByCode.get(code) ?? 0) ?? [])
}

function roleOf(form: PublishableForm, taxonomy: Taxonomy, faults: Faults): RoleRow | null {
  if (form.roleSlug === NOT_STATED_CHOICE) return null
  const slug = form.roleSlug || resolveTitle(taxonomy, form.title).role
  const role = slug ? taxonomy.roleBySlug.get(slug) : null
  if (role === undefined) faults.roleSlug = 'Choose a role from the list.'
  return role ?? null
}

function levelOf(form: PublishableForm, taxonomy: Taxonomy): Seniority | null {
  if (form.seniority === NOT_STATED_CHOICE) return null
  return form.seniority || resolveTitle(taxonomy, form.title).seniority
}

function payOf({
  payMin,
  payMax,
  payCurrency: currency,
  payPeriod: period,
}: PublishableForm): StatedPay | null {
  if ((payMin === null && payMax === null) || period === '') return null
  const minor = (amount: string | null) => (amount === null ? null : toMinor(amount, currency))
  return { min: minor(payMin), max: minor(payMax), currency, period }
}
