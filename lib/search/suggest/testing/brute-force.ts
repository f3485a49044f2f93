import { MAX_SUGGESTIONS } from '../best'
import { fold } from '../fold'
import { byWeight, type Label } from '../label'
import { kindsOf, type SuggestField } from '../suggest'

const MAX_OF_KIND = 4

/** What is suggested for letters that need no typos, by reading every label: the promise in the plainest words. */
export function bruteForce(labels: readonly Label[], letters: string, field: SuggestField): Label[] {
  const asked = labels.filter(
    ({ kind, jobs }) => kindsOf[field].includes(kind) && (jobs > 0 || field === 'where'),
  )
  const found = asked.sort(byWeight).flatMap((label) => {
    const place = placeOf(label, letters)
    return place === null ? [] : [{ label, place }]
  })
  found.sort((a, b) => a.place - b.place)
  const firstOfKind = found.filter(
    ({ label }, i) => found.slice(0, i).filter((one) => one.label.kind === label.kind).length < MAX_OF_KIND,
  )
  const others = found.filter((one) => !firstOfKind.includes(one))
  const chosen = [...firstOfKind, ...others].slice(0, MAX_SUGGESTIONS)
  return found.filter((one) => chosen.includes(one)).map(({ label }) => label)
}

function placeOf({ label, aliases, jobs }: Label, letters: string): number | null {
  const name = fold(label)
  const others = aliases.map(fold)
  if (name === letters || others.includes(letters)) return 0
  const begins = name.startsWith(letters)
  const inside = ` ${name}`.includes(` ${letters}`) || others.some((alias) => alias.startsWith(letters))
  if (!begins && !inside) return null
  if (jobs === 0) return 3
  return begins ? 1 : 2
}
