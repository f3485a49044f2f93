import { codeOf, employmentTypes, NOT_STATED, seniorities, visaPolicies, workplaces } from '@/db/values'
import { employmentTypeLabels, seniorityLabels, visaLabels, workplaceLabels } from '@/lib/jobs/labels'
import { WORLDWIDE as WHOLE_WORLD } from '@/lib/jobs/terms'
import type { Entries, NamedKey } from './dictionary'
import { type Choice, type ChoiceKey, NONE, textValues, WORLDWIDE } from './search'
import type { Ignored } from './url/grammar'

export type ChoiceIds = { any: readonly number[]; not: readonly number[] }

/** Facets of which a value can be the name of several countries: `from=eu`. */
const groupKeys: ReadonlySet<ChoiceKey> = new Set(['country', 'from'])

const closed = {
  seniority: { values: seniorities, labels: seniorityLabels },
  type: { values: employmentTypes, labels: employmentTypeLabels },
  workplace: { values: workplaces, labels: workplaceLabels },
  visa: { values: visaPolicies, labels: visaLabels },
  text: { values: textValues, labels: { yes: 'Full text here', none: 'Only at the employer’s site' } },
} as const

function isClosed(key: ChoiceKey): key is keyof typeof closed {
  return key in closed
}

/** Slugs of one search → numbers and labels. What does not exist is noted in `ignored`. */
export class Lookup {
  readonly ignored: Ignored[] = []
  readonly ids: Partial<Record<ChoiceKey, ChoiceIds>> = {}

  constructor(
    private readonly entries: Record<NamedKey, Entries>,
    private readonly group: (slug: string) => { ids: number[]; label: string } | null,
  ) {}

  choice(key: ChoiceKey, choice: Choice): Choice {
    const known = { any: this.values(key, key, choice.any), not: this.values(key, `not.${key}`, choice.not) }
    const ids = (slugs: readonly string[]) => [
      ...new Set(slugs.flatMap((slug) => this.idsOf(key, slug) ?? [])),
    ]
    this.ids[key] = { any: ids(known.any), not: ids(known.not) }
    return known
  }

  values(key: ChoiceKey, parameter: string, slugs: readonly string[]): readonly string[] {
    return slugs.filter((slug) => {
      if (this.idsOf(key, slug) !== null) return true
      this.ignored.push({ key: parameter, value: slug, reason: 'unknown-value', nearest: null })
      return false
    })
  }

  idsOf(key: ChoiceKey, slug: string): number[] | null {
    // Every job has a company: there is no "not stated" to ask for.
    if (slug === NONE) return key === 'company' ? null : [NOT_STATED]
    if (key === 'from' && slug === WORLDWIDE) return [WHOLE_WORLD]
    if (isClosed(key)) {
      const values: readonly string[] = closed[key].values
      return values.includes(slug) ? [codeOf(values, slug)] : null
    }
    const entry = this.entries[key].named(slug)
    if (entry) return [entry.id]
    return groupKeys.has(key) ? (this.group(slug)?.ids ?? null) : null
  }

  idOf(key: ChoiceKey, slug: string): number | null {
    const [id, ...more] = this.idsOf(key, slug) ?? []
    return id === undefined || more.length > 0 ? null : id
  }

  labelOf(key: ChoiceKey, slug: string): string {
    if (isClosed(key)) {
      const labels: Readonly<Record<string, string>> = closed[key].labels
      return labels[slug] ?? (slug === NONE ? 'Not stated' : slug)
    }
    if (slug === NONE) return 'Not stated'
    if (key === 'from' && slug === WORLDWIDE) return 'Worldwide'
    const label = this.entries[key].named(slug)?.label
    return label ?? (groupKeys.has(key) ? this.group(slug)?.label : undefined) ?? slug
  }
}
