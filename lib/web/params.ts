/** Parameters of a page as pairs, in the order in which Next gives them: the shape that a search is parsed from. */
export function entriesOf(params: Record<string, string | string[] | undefined>): [string, string][] {
  return Object.entries(params).flatMap(([key, value]): [string, string][] => {
    if (value === undefined) return []
    return Array.isArray(value) ? value.map((one) => [key, one]) : [[key, value]]
  })
}
