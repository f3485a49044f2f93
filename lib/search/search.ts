import type { PayPeriod } from '@/db/values'

/** Facets whose URL key can be repeated (OR) and excluded with `not.`; the key is the name of the facet everywhere. */
export const choiceKeys = [
  'role',
  'skill',
  'company',
  'seniority',
  'type',
  'workplace',
  'country',
  'region',
  'place',
  'from',
  'visa',
  'text',
] as const
export type ChoiceKey = (typeof choiceKeys)[number]

/** What is counted beside the choices: pay by steps, and two clocks. */
export type FacetName = ChoiceKey | 'pay' | 'posted' | 'seen'

export const withins = ['1d', '3d', '7d', '30d'] as const
export type Within = (typeof withins)[number]

export const radii = [10, 25, 50, 100] as const
/** Kilometres around each chosen place. */
export type Radius = (typeof radii)[number]

export const sorts = ['newest', 'relevance', 'pay'] as const
export type Sort = (typeof sorts)[number]

/** The one value of the facet `text`: the job's text is on this board. Without it the text is only at the employer's own site. */
export const textValues = ['yes'] as const

/** The value "not stated" of every facet that can be missing. */
export const NONE = 'none'
/** The value of `from` that stands for remote jobs open to the whole world. */
export const WORLDWIDE = 'worldwide'
/** The value of `also.pay`, and the row of the pay facet, for jobs paid in another currency than the one asked for. */
export const OTHER_CURRENCY = 'other'

/** Slugs, sorted, each once. A job passes when it has one of `any` (or `any` is empty) and none of `not`. */
export type Choice = { any: readonly string[]; not: readonly string[] }

/** `amount` is a decimal string of major units for one `period`, compared with the top of a job's range. */
export type PayFloor = { amount: string; currency: string; period: PayPeriod }

/** `floor: 'none'` asks for jobs that state no pay. */
export type PayFilter = {
  floor: PayFloor | typeof NONE | null
  /** `not.pay=none`: leaves out what states no pay. */
  statedOnly: boolean
  /** `also.pay=other`: keeps what is paid in another currency than the floor's. */
  anyCurrency: boolean
}

/** What a search URL asks for, without its page: the same `Search` for every order of parameters. */
export type Search = { readonly q: string | null } & { readonly [K in ChoiceKey]: Choice } & {
  /** Skills of which a job must have every one. */
  readonly skillAll: readonly string[]
  readonly pay: PayFilter | null
  readonly posted: Within | null
  readonly seen: Within | null
  readonly radius: Radius | null
  /** One choice of two: near the chosen places, or remote and open to where the seeker is (`from`). */
  readonly nearOrRemote: boolean
  readonly sort: Sort
}

/** Where in the result a page begins. Cursors are opaque. */
export type PageAt = { after: string | null; before: string | null; limit: number }

export const PAGE_SIZE = 20
export const MAX_PAGE_SIZE = 100

export const firstPage: PageAt = { after: null, before: null, limit: PAGE_SIZE }

const nothing: Choice = { any: [], not: [] }

export const emptySearch: Search = {
  q: null,
  role: nothing,
  skill: nothing,
  company: nothing,
  seniority: nothing,
  type: nothing,
  workplace: nothing,
  country: nothing,
  region: nothing,
  place: nothing,
  from: nothing,
  visa: nothing,
  text: nothing,
  skillAll: [],
  pay: null,
  posted: null,
  seen: null,
  radius: null,
  nearOrRemote: false,
  sort: 'newest',
}
