import type { PlaceKind, Seniority, SkillKind } from '@/db/values'

export type RoleRow = { id: number; slug: string; name: string; kind: string }
export type RoleAliasRow = { alias: string; roleId: number }
export type SkillRow = { id: number; slug: string; name: string; kind: SkillKind }
export type SkillAliasRow = { alias: string; skillId: number }
/** An alias in capitals is a code such as `TX`: it counts only where it is written in capitals. */
export type PlaceAliasRow = { alias: string; placeId: number }

export type Place = {
  id: number
  kind: PlaceKind
  slug: string
  name: string
  countryCode: string
  countryId: number
  regionId: number | null
  population: number
  /** Degrees; a country or a region may have none. */
  lat: number | null
  lon: number | null
}

export type TaxonomyRows = {
  roles: readonly RoleRow[]
  roleAliases: readonly RoleAliasRow[]
  skills: readonly SkillRow[]
  skillAliases: readonly SkillAliasRow[]
  places: readonly Place[]
  placeAliases: readonly PlaceAliasRow[]
}

/** How titles are read: `content/taxonomy/title-rules.json`. */
export type TitleRules = {
  /** Role -> what it is a special case of: two candidates with the same wider role give that role. */
  broader: Readonly<Record<string, string>>
  /** Role -> phrase that stands alone in a part of the title, or begins it where a star follows -> the role meant. */
  refinedBy: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Role -> the level that its very name states. */
  roleSeniority: Readonly<Record<string, Seniority>>
  /** Roles and aliases too general to count after other words: a "Legal Engineering Manager" leads no software engineers. */
  startsPart: readonly string[]
  /** Words before a role that change nothing of what it is. */
  passedOver: readonly string[]
  /** Names of jobs that are no role of the list, although an alias stands in them. */
  unlisted: readonly string[]
  /** Nouns that name a person's job: a part of a title that ends in one of them is about that job. */
  headNouns: readonly string[]
  /** Nouns that name a rank and leave the field to the words after `of` or a comma. */
  ranks: readonly string[]
  /** Phrases to read over, such as `all genders`. */
  ignored: readonly string[]
  /** Words to read over at the end of a part: "Dentist Opening". */
  closing: readonly string[]
  /** Phrases of posts that gather people for no one job, such as `talent pool`: they have no role. */
  noJob: readonly string[]
}

/** How levels are read: `content/taxonomy/seniority.json`. Longer phrases win; `neutral` phrases say nothing. */
export type SeniorityRules = {
  words: Readonly<Partial<Record<Seniority, readonly string[]>>>
  /** Only in the part of the title that names the job: "Assistant to the VP" is no executive. */
  headOnly: Readonly<Partial<Record<Seniority, readonly string[]>>>
  /** Only as the first words of the title. */
  first: Readonly<Partial<Record<Seniority, readonly string[]>>>
  /** Levels in numerals directly after one of `numeralsAfter`. */
  numerals: Readonly<Record<string, Seniority>>
  numeralsAfter: readonly string[]
  neutral: readonly string[]
}

/** `content/taxonomy/location-words.json`. */
export type LocationWords = {
  remote: readonly string[]
  hybrid: readonly string[]
  onsite: readonly string[]
  /** Remote is possible but not the rule: says nothing about the workplace. */
  undecided: readonly string[]
  worldwide: readonly string[]
  noise: readonly string[]
  /** City names that are also ordinary words: they count only with a qualifier. */
  needQualifier: readonly string[]
  /** Names of places that in a location are words: "Central - United States". */
  notPlaces: readonly string[]
  /** Codes of states that nobody writes for the country of the same code: `PA` is not Panama. */
  stateCodes: readonly string[]
  /** Countries whose towns are written with the code of the state, be the town known or not: "Cameron, LA". */
  statesAfterTowns: readonly string[]
  /** Codes of such states that other countries write after a town as well: `DE`. */
  notAfterTowns: readonly string[]
}

/** `content/taxonomy/skills-in-context.json`; a name in capitals stands for the list of that name. */
export type SkillContextData = {
  lists: Readonly<Record<string, readonly string[]>>
  groups: readonly SkillContextGroup[]
  readOver: readonly string[]
  fillers: readonly string[]
  departments: readonly string[]
  ownName: readonly string[]
  ofOthers: readonly string[]
  ofOthersAtStart: readonly string[]
  together: readonly string[]
  togetherEnds: readonly string[]
  subjects: readonly string[]
  experienceWords: readonly string[]
  /** Two of these in a sentence, and it lists customers, investors or former employers. */
  companies: readonly string[]
  negatedBefore: readonly string[]
  negatedDirectly: readonly string[]
  negatedAfter: readonly string[]
  sections: { ofOthers: readonly string[]; firstWords: readonly string[] }
}

export type SkillContextGroup = {
  aliases: readonly string[]
  spelling: 'exact' | 'any'
  alone?: boolean
  list?: readonly SkillKind[]
  after?: readonly string[]
  afterWithin?: number
  afterNear?: readonly string[]
  opens?: readonly string[]
  before?: readonly string[]
  beforeWithin?: number
  next?: readonly string[]
  never?: readonly string[]
  neverAfter?: readonly string[]
  neverFarAfter?: readonly string[]
  neverNear?: readonly string[]
}

export type TaxonomyRules = {
  titles: TitleRules
  seniority: SeniorityRules
  locationWords: LocationWords
  /** Name of a group of countries -> ISO codes, or names of other groups. */
  groups: Readonly<Record<string, { aliases: readonly string[]; countries: readonly string[] }>>
  employmentTypes: Readonly<Record<string, readonly string[]>>
  skillContexts: SkillContextData
}
