import { codeOf, employmentTypes, type Seniority, seniorities, visaPolicies, workplaces } from '@/db/values'
import { slugOf } from '@/lib/companies/rules'
import { toMinor } from '@/lib/money'
import type { Taxonomy } from '@/lib/taxonomy/build'
import { resolveLocation } from '@/lib/taxonomy/locations'
import { findSkills, resolveSkills } from '@/lib/taxonomy/skills'
import { resolveTitle } from '@/lib/taxonomy/titles'
import type { Place, RoleRow, SkillRow } from '@/lib/taxonomy/types'
import { fingerprintOf } from './fingerprint'
import { type JobField, NOT_STATED_CHOICE } from './input'
import type { StatedPay } from './pay'
import { payColumns } from './pay-columns'
import type { PublishableForm } from './publishable'

export type Faults = Partial<Record<JobField, string>>
export type PublishFacts = ReturnType<typeof columnsAndRows>

/** What a form means on this board: columns and rows of the job; or beside which field the board needs other words. */
export function publishFacts(
  form: PublishableForm,
  taxonomy: Taxonomy,
): { ok: true; facts: PublishFacts } | { ok: false; faults: Faults } {
  const faults: Faults = {}
  const places = placesOf(form, taxonomy, faults)
  const eligible = eligibleOf(form, taxonomy, faults)
  const role = roleOf(form, taxonomy, faults)
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return { ok: true, facts: columnsAndRows(form, taxonomy, { places, eligible, role }) }
}

type Resolved = { places: Place[]; eligible: Place[]; role: RoleRow | null }

function columnsAndRows(form: PublishableForm, taxonomy: Taxonomy, { places, eligible, role }: Resolved) {
  const isRemote = form.workplace === 'remote'
  const stated = form.skills.map((name) => ({ name, slug: resolveSkills(taxonomy, [name])[0] }))
  const statedSlugs = [...new Set(stated.flatMap(({ slug }) => slug ?? []))]
  const textSlugs = findSkills(taxonomy, form.text).filter((slug) => !statedSlugs.includes(slug))
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
    skills: [...skillsOf(taxonomy, statedSlugs, 'stated'), ...skillsOf(taxonomy, textSlugs, 'text')],
    unknownSkills: stated.flatMap(({ name, slug }) => (slug ? [] : [name])),
    fingerprint: fingerprintOf(form.title, form.text),
    lastDay: form.closesOn,
  }
}

function skillsOf(taxonomy: Taxonomy, slugs: readonly string[], origin: 'stated' | 'text') {
  return slugs
    .flatMap((slug) => taxonomy.skillBySlug.get(slug) ?? [])
    .map((skill: SkillRow) => ({ ...skill, origin }))
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
