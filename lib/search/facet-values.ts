import { employmentTypes, NOT_STATED, seniorities, visaPolicies, workplaces } from '@/db/values'
import { env } from '@/lib/env'
import { WORLDWIDE as WHOLE_WORLD } from '@/lib/jobs/terms'
import { PAY_STEP, TOP_VALUES } from './defaults'
import { type Entries, findCities, findCompanies } from './dictionary'
import type { Counts, Facets, FacetValue, PayCounts } from './facets'
import type { Resolved } from './resolve'
import { type ChoiceKey, NONE, OTHER_CURRENCY, textValues, type Within, WORLDWIDE, withins } from './search'

/** Counts by number → rows by slug with their labels: closed lists in their own order and whole, others by count. */
export async function labelled(counts: Counts, resolved: Resolved): Promise<Facets> {
  const { choices } = counts
  const [companies, cities] = await Promise.all([
    findCompanies({ ids: statedIn(choices.company) }),
    findCities({ ids: statedIn(choices.place) }),
  ])
  const { role, skill, country, region } = resolved.entries
  const rows = new Rows(counts, resolved)
  return {
    role: rows.byCount('role', role),
    seniority: rows.closed('seniority', seniorities),
    workplace: rows.closed('workplace', workplaces),
    type: rows.closed('type', employmentTypes),
    country: rows.byCount('country', country),
    region: rows.byCount('region', region, (id) => isInChosenCountry(id, resolved)),
    place: rows.byCount('place', cities),
    company: rows.byCount('company', companies),
    skill: rows.byCount('skill', skill),
    from: rows.eligibility(country),
    pay: payRows(counts.pay),
    visa: rows.closed('visa', visaPolicies),
    text: rows.closed('text', textValues),
    posted: withins.map((value) => ({ value, label: withinLabels[value], count: counts.posted[value] })),
    seen: withins.map((value) => ({ value, label: withinLabels[value], count: counts.seen[value] })),
  }
}

const withinLabels: Record<Within, string> = {
  '1d': 'Last 24 hours',
  '3d': 'Last 3 days',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
}

class Rows {
  constructor(
    private readonly counts: Counts,
    private readonly resolved: Resolved,
  ) {}

  closed(key: 'seniority' | 'workplace' | 'type' | 'visa' | 'text', values: readonly string[]): FacetValue[] {
    const rows = values.map((value, i) => this.row(key, value, this.counts.choices[key].get(i + 1) ?? 0))
    return [...rows, this.notStated(key)]
  }

  /** Every value that some job has, and every chosen one, largest first; then "not stated". */
  byCount(key: ChoiceKey, entries: Entries, isShown: (id: number) => boolean = () => true): FacetValue[] {
    const counted = this.counts.choices[key]
    const chosen = this.chosen(key)
    const ids = [...new Set([...statedIn(counted).filter(isShown), ...chosen.keys()])]
    const rows = ids.flatMap((id) => {
      const value = entries.numbered(id)?.slug ?? chosen.get(id)
      if (value === undefined) return []
      const label = entries.numbered(id)?.label ?? this.resolved.labelOf(key, value)
      return [{ value, label, count: counted.get(id) ?? 0 }]
    })
    rows.sort(largestFirst)
    return key === 'company' || (key === 'region' && rows.length === 0)
      ? rows
      : [...rows, this.notStated(key)]
  }

  /** Who may work from anywhere may work from each country. */
  eligibility(countries: Entries): FacetValue[] {
    const counted = this.counts.choices.from
    const worldwide = counted.get(WHOLE_WORLD) ?? 0
    const chosen = this.chosen('from')
    const ids = [...new Set([...statedIn(counted), ...chosen.keys()])].filter((id) => id !== WHOLE_WORLD)
    const rows = ids.flatMap((id) => {
      const entry = countries.numbered(id)
      return entry
        ? [{ value: entry.slug, label: entry.label, count: (counted.get(id) ?? 0) + worldwide, id }]
        : []
    })
    const shown = rows.sort(largestFirst).filter((row, i) => i < TOP_VALUES || chosen.has(row.id))
    return [
      this.row('from', WORLDWIDE, worldwide),
      ...shown.map(({ value, label, count }) => ({ value, label, count })),
      this.notStated('from'),
    ]
  }

  private notStated(key: ChoiceKey): FacetValue {
    return this.row(key, NONE, this.counts.choices[key].get(NOT_STATED) ?? 0)
  }

  private row(key: ChoiceKey, value: string, count: number): FacetValue {
    return { value, label: this.resolved.labelOf(key, value), count }
  }

  private chosen(key: ChoiceKey): Map<number, string> {
    const { search, idOf } = this.resolved
    const slugs = [...search[key].any, ...search[key].not]
    const pairs = slugs.map((slug): [number, string] => [idOf(key, slug) ?? NOT_STATED, slug])
    return new Map(pairs.filter(([id]) => id !== NOT_STATED))
  }
}

function statedIn(counted: ReadonlyMap<number, number>): number[] {
  return [...counted.keys()].filter((id) => id !== NOT_STATED)
}

function largestFirst(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.label < b.label ? -1 : 1)
}

function isInChosenCountry(regionId: number, { ids, entries }: Resolved): boolean {
  const country = entries.region.numbered(regionId)?.countryId
  return country !== undefined && ids.country.any.includes(country)
}

/** A floor holds everybody above it, so each row is what the search would find with that floor and pay stated. */
function payRows({ currency, none, other, steps }: PayCounts): FacetValue[] {
  const rows: FacetValue[] = []
  let reached = 0
  for (const step of [...steps.keys()].filter((n) => n > 0).sort((a, b) => b - a)) {
    reached += steps.get(step) ?? 0
    rows.push({ value: String(step * PAY_STEP), label: floorLabel(step, currency), count: reached })
  }
  return [
    ...rows.reverse(),
    { value: NONE, label: 'Not stated', count: none },
    { value: OTHER_CURRENCY, label: 'In another currency', count: other },
  ]
}

const floorLabels = new Map<string, string>()

/** A board has a few hundred of them, and a formatter costs as much as counting. */
function floorLabel(step: number, currency: string): string {
  const { BOARD_LOCALE } = env()
  const key = `${BOARD_LOCALE} ${currency} ${step}`
  const known = floorLabels.get(key)
  if (known) return known
  const label = `≥ ${new Intl.NumberFormat(BOARD_LOCALE).format(step * PAY_STEP)} ${currency}`
  floorLabels.set(key, label)
  return label
}
