import { env } from '@/lib/env'
import { payPeriodLabels } from '@/lib/jobs/labels'
import { withoutValue } from './change'
import { type Resolved, resolveSearch } from './resolve'
import { type ChoiceKey, NONE, type PayFilter, type Search, type Within } from './search'
import { printSearch } from './url/grammar'

/** One filter in words; `without` is the canonical search with it taken away. Labels of one search are all different. */
export type Chip = { label: string; without: string }

export async function describeSearch(search: Search): Promise<Chip[]> {
  const resolved = await resolveSearch(search)
  return partsOf(resolved).map(({ label, without }) => ({ label, without: printSearch(without) }))
}

const MAX_NAME = 120

/** What a saved search is called: "Backend developer, remote, ≥ 70,000 USD". At most 120 characters. */
export async function nameOfSearch(search: Search): Promise<string> {
  const resolved = await resolveSearch(search)
  const labels = partsOf(resolved).map((part, i) =>
    i === 0 || part.isName ? part.label : lowered(part.label),
  )
  const name = labels.length === 0 ? 'All jobs' : labels.join(', ')
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 1).trimEnd()}…`
}

/** The label of a name keeps its capital in the middle of a sentence. */
export type Part = { label: string; without: Search; isName?: boolean }

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

export function partsOf(resolved: Resolved): Part[] {
  const { search } = resolved
  return [
    ...(search.q === null ? [] : [{ label: `“${search.q}”`, without: { ...search, q: null }, isName: true }]),
    ...order.flatMap((key) => [
      ...choiceParts(resolved, key, 'any'),
      ...(key === 'skill' ? allSkillParts(resolved) : []),
    ]),
    ...payParts(search),
    ...timeParts(search),
    ...nearParts(resolved),
    ...order.flatMap((key) => choiceParts(resolved, key, 'not')),
  ]
}

/** As one would say it: what, at which level, how, where. */
const order = [
  'role',
  'seniority',
  'skill',
  'type',
  'workplace',
  'from',
  'place',
  'region',
  'country',
  'company',
  'visa',
  'text',
] as const

const named: ReadonlySet<ChoiceKey> = new Set(['role', 'skill', 'place', 'region', 'country', 'company'])

/** What "not stated" is said of. */
const subjects: Record<ChoiceKey, string> = {
  role: 'Role',
  skill: 'Skills',
  company: 'Company',
  seniority: 'Level',
  type: 'Employment type',
  workplace: 'Workplace',
  country: 'Country',
  region: 'Region',
  place: 'City',
  from: 'Eligibility',
  visa: 'Visa sponsorship',
  text: 'Text',
}

function choiceParts(resolved: Resolved, key: ChoiceKey, mode: 'any' | 'not'): Part[] {
  const { search } = resolved
  return search[key][mode].map((value) => {
    const without = settled(withoutValue(search, key, mode, value))
    if (value === NONE && key !== 'text')
      return { label: `${subjects[key]} ${mode === 'any' ? 'not stated' : 'stated'}`, without }
    const words = resolved.labelOf(key, value)
    if (key === 'from') return { label: `${mode === 'any' ? 'Remote' : 'Not remote'} from ${words}`, without }
    return mode === 'any'
      ? { label: words, without, isName: named.has(key) }
      : { label: `Not ${words}`, without }
  })
}

/** Without a place there is nothing to be near to. */
function settled(search: Search): Search {
  const hasPlace = search.place.any.some((value) => value !== NONE)
  return hasPlace ? search : { ...search, radius: null, nearOrRemote: false }
}

function nearParts({ search, nearFrom, entries }: Resolved): Part[] {
  const parts: Part[] = []
  if (search.radius !== null) {
    parts.push({ label: `Within ${search.radius} km`, without: { ...search, radius: null } })
  }
  if (search.nearOrRemote) {
    const countries = nearFrom.flatMap((id) => entries.country.numbered(id)?.label ?? [])
    const from = search.from.any.length === 0 && countries.length > 0 ? ` from ${countries.join(' or ')}` : ''
    parts.push({ label: `Or remote${from}`, without: { ...search, nearOrRemote: false } })
  }
  return parts
}

function allSkillParts(resolved: Resolved): Part[] {
  const { search } = resolved
  return search.skillAll.map((slug) => ({
    label: `With ${resolved.labelOf('skill', slug)}`,
    without: { ...search, skillAll: search.skillAll.filter((one) => one !== slug) },
  }))
}

function payParts(search: Search): Part[] {
  const { pay } = search
  if (!pay) return []
  const parts: Part[] = []
  const put = (label: string, rest: PayFilter) => {
    const isEmpty = rest.floor === null && !rest.statedOnly
    parts.push({ label, without: { ...search, pay: isEmpty ? null : rest } })
  }
  if (pay.floor === NONE) put('Pay not stated', { ...pay, floor: null })
  else if (pay.floor) put(floorLabel(pay.floor), { ...pay, floor: null, anyCurrency: false })
  if (pay.statedOnly) put('Pay stated', { ...pay, statedOnly: false })
  if (pay.anyCurrency) put('Or paid in another currency', { ...pay, anyCurrency: false })
  return parts
}

function floorLabel({ amount, currency, period }: Exclude<PayFilter['floor'], typeof NONE | null>): string {
  const number = new Intl.NumberFormat(env().BOARD_LOCALE, { maximumFractionDigits: 2 }).format(
    Number(amount),
  )
  return `≥ ${number} ${currency}${period === 'year' ? '' : ` ${payPeriodLabels[period]}`}`
}

function timeParts(search: Search): Part[] {
  const parts: Part[] = []
  if (search.posted)
    parts.push({ label: `Published in the ${windows[search.posted]}`, without: { ...search, posted: null } })
  if (search.seen)
    parts.push({ label: `First seen in the ${windows[search.seen]}`, without: { ...search, seen: null } })
  return parts
}

const windows: Record<Within, string> = {
  '1d': 'last 24 hours',
  '3d': 'last 3 days',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
}
