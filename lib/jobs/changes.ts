import type { PayFact } from './stored-job'

/** What people are told of when it changes. */
export type Comparable = {
  title: string
  text: string
  roleId: number | null
  seniority: number
  workplace: number
  employmentType: number
  visa: number
  applyUrl: string | null
  pay: PayFact
  places: readonly string[]
  locationStated: string
  eligibilityStated: string | null
  eligibleWorldwide: boolean
  /** Names of the stated ones. */
  skills: readonly string[]
  closesAt: Date | null
}

/** The facts of an `edited` event. */
export type Changes = { changed: string[] } & Record<string, unknown>

const plain = [
  'title',
  'text',
  'roleId',
  'seniority',
  'workplace',
  'employmentType',
  'visa',
  'applyUrl',
] as const

/** Names of what differs, with old and new pay and places; null when nothing does. */
export function changesBetween(before: Comparable, after: Comparable): Changes | null {
  const pay = { old: before.pay, new: after.pay }
  const places = { old: before.places, new: after.places }
  const changed = [
    ...plain.filter((name) => before[name] !== after[name]),
    ...(differ(pay) ? ['pay'] : []),
    ...(differ(places) || before.locationStated !== after.locationStated ? ['places'] : []),
    ...(before.eligibilityStated !== after.eligibilityStated ||
    before.eligibleWorldwide !== after.eligibleWorldwide
      ? ['eligibility']
      : []),
    ...(differ({ old: before.skills.toSorted(), new: after.skills.toSorted() }) ? ['skills'] : []),
    ...(before.closesAt?.getTime() !== after.closesAt?.getTime() ? ['closesAt'] : []),
  ]
  if (changed.length === 0) return null
  return { changed, ...(differ(pay) ? { pay } : {}), ...(differ(places) ? { places } : {}) }
}

function differ(values: { old: unknown; new: unknown }): boolean {
  return JSON.stringify(values.old) !== JSON.stringify(values.new)
}
