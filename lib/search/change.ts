import type { ChoiceKey, Search } from './search'

/** The search without one value of a facet. */
export function withoutValue(search: Search, key: ChoiceKey, mode: 'any' | 'not', value: string): Search {
  const choice = search[key]
  return { ...search, [key]: { ...choice, [mode]: choice[mode].filter((one) => one !== value) } }
}

/** The search with one value more in a facet; values stay sorted, so that one search has one canonical string. */
export function withValue(search: Search, key: ChoiceKey, value: string): Search {
  const choice = search[key]
  if (choice.any.includes(value)) return search
  return { ...search, [key]: { ...choice, any: [...choice.any, value].sort() } }
}
