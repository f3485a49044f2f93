import type { Workplace } from '@/db/values'
import type { LocationPart } from './location-parts'

const structuredValues: Readonly<Record<string, Workplace>> = {
  remote: 'remote',
  fullyremote: 'remote',
  hybrid: 'hybrid',
  onsite: 'onsite',
  inoffice: 'onsite',
  office: 'onsite',
}

/** The source's own field, whatever its case: `OnSite`, `on-site`, `REMOTE`. */
export function structuredWorkplace(value: string | null | undefined): Workplace | null {
  return structuredValues[(value ?? '').toLowerCase().replace(/[^a-z]/g, '')] ?? null
}

/**
 * The one workplace that all parts of a location agree on. A remote part beside an office in a city is a choice
 * between the two ("Berlin/Remote"), and so is hybrid in one city and nothing said of another: neither is stated for
 * the job. A country beside "remote" is no office but where the job may be done from.
 */
export function jointWorkplace(parts: readonly LocationPart[]): Workplace | null {
  const stated = parts.map(workplaceOf)
  if (stated.includes('undecided')) return null
  const values = new Set(stated.filter((value) => value !== null))
  const value = values.size === 1 ? [...values][0] : undefined
  if (value === undefined || value === 'undecided') return null
  const silent = parts.filter((part, i) => stated[i] === null && part.places.length > 0)
  if (value === 'remote')
    return silent.some((part) => part.places.some((place) => place.kind !== 'country')) ? null : value
  const saidOfPlace = parts.some((part, i) => stated[i] === value && part.places.length > 0)
  return saidOfPlace && silent.length > 0 ? null : value
}

/** Office days are part of hybrid work; remote beside either is undecided, and so is "Remote, Austin". */
function workplaceOf(part: LocationPart): Workplace | 'undecided' | null {
  const { workplaces } = part
  if (workplaces.has('undecided') || (workplaces.has('remote') && workplaces.size > 1)) return 'undecided'
  if (workplaces.has('remote') && part.isLoose && part.places.some((place) => place.kind === 'city'))
    return 'undecided'
  if (workplaces.has('hybrid')) return 'hybrid'
  return [...workplaces][0] ?? null
}
