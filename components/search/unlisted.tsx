import type { FacetValue } from '@/lib/search/facets'

type Props = { name: string; query: string; values: readonly FacetValue[] }

/** Chosen values without a row, such as the group of countries `eu`: a change of another filter must not lose them. */
export function Unlisted({ name, query, values }: Props) {
  const listed = new Set(values.map((v) => v.value))
  const keys = [name, `not.${name}`, `${name}.all`]
  const unlisted = [...new URLSearchParams(query)].filter(
    ([key, value]) => keys.includes(key) && !listed.has(value),
  )
  return unlisted.map(([key, value]) => (
    <input key={`${key} ${value}`} type="hidden" form="search" name={key} value={value} />
  ))
}
