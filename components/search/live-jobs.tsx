'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { SaveSearch } from '@/components/alerts/save-search-form'
import { JobList } from '@/components/jobs/job-list'
import { Button } from '@/components/ui/button'
import { seniorityLabels, workplaceLabels } from '@/lib/jobs/labels'
import type { SearchAnswer } from '@/lib/search/answer'
import type { FacetValue } from '@/lib/search/facets'
import { BY_READER, CHOSEN, chosenFilters, type liveKeys, liveQuery, type Starting } from './live-query'
import { jobsHref, sortedQuery } from './query-string'
import { afterEarlyChoices } from './search-form'
import { SyncedCheck } from './synced'
import { QueryProvider, useJobs } from './use-jobs'

type Props = {
  roles: string[]
  /** Set until the reader chooses, who can take them away. */
  starting: Starting
  /** Skills by kind that these roles ask for most. */
  skillGroups: readonly SkillGroup[]
  initial: SearchAnswer
  initialQuery: string
  locale: string
  isSignedIn: boolean
}

export type SkillGroup = { label: string; skills: readonly { slug: string; name: string }[] }

const filters = [
  { key: 'workplace', label: 'Workplace', words: workplaceLabels as Record<string, string> },
  { key: 'seniority', label: 'Level', words: seniorityLabels as Record<string, string> },
] as const satisfies { key: (typeof liveKeys)[number]; label: string; words: Record<string, string> }[]

const STATES_PAY = ['not.pay', 'none'] as const satisfies [(typeof liveKeys)[number], string]

/** Open jobs of a guide's roles, narrowed in place; without scripts the form loads the guide again with its filters. */
export function LiveJobs(props: Props) {
  return (
    <QueryProvider>
      <View {...props} />
    </QueryProvider>
  )
}

function View({ roles, starting, skillGroups, initial, initialQuery, locale, isSignedIn }: Props) {
  const params = useSearchParams()
  const query = liveQuery(roles, params, starting)
  const chosen = new Set(chosenFilters(params, starting).map(([key, value]) => `${key}=${value}`))
  const { answer, isStale, hasFailed, retry } = useJobs(query, { query: initialQuery, answer: initial })
  const form = useRef<HTMLFormElement>(null)
  const { total, facets, canonical } = answer.meta
  const whole = sortedQuery([...new URLSearchParams(canonical)].filter(([key]) => key !== 'limit'))

  useEffect(() => {
    const element = form.current
    function onChange() {
      if (!element) return
      const entries = [...new FormData(element)].filter(
        (f): f is [string, string] => typeof f[1] === 'string',
      )
      const next = sortedQuery(entries)
      window.history.replaceState(
        null,
        '',
        `${window.location.pathname}${next ? `?${next}` : ''}${window.location.hash}`,
      )
    }
    const forget = element ? afterEarlyChoices(element, onChange) : undefined
    element?.addEventListener('change', onChange)
    return () => {
      forget?.()
      element?.removeEventListener('change', onChange)
    }
  }, [])

  return (
    <section id="open-jobs" aria-labelledby="open-jobs-title" className="grid gap-3">
      <h2 id="open-jobs-title" className="text-16 font-semibold" aria-live="polite">
        Open now:{' '}
        <span className="live-count tabular">
          {total === null ? 'many' : new Intl.NumberFormat(locale).format(total)}
        </span>
      </h2>
      <form ref={form} action="#open-jobs" className="grid gap-2 border-t border-line pt-2">
        <input type="hidden" name={CHOSEN} value={BY_READER} />
        {filters.map(({ key, label, words }) => (
          <Choices
            key={key}
            name={key}
            label={label}
            chosen={chosen}
            values={(facets?.[key] ?? []).filter(isWorthShowing(chosen, key)).map((value) => ({
              ...value,
              label: value.value === 'none' ? 'Not stated' : (words[value.value] ?? value.label),
            }))}
          />
        ))}
        {skillGroups.map(({ label, skills }) => (
          <Choices
            key={label}
            name="skill"
            label={label}
            chosen={chosen}
            values={skills.map(({ slug, name }) => ({
              value: slug,
              label: name,
              count: facets?.skill.find(({ value }) => value === slug)?.count ?? null,
            }))}
          />
        ))}
        <fieldset>
          <legend className="text-12 font-semibold text-ink-2">Pay</legend>
          <label
            htmlFor="live-pay-stated"
            className="flex min-h-7 items-center gap-1.5 text-14 pointer-coarse:min-h-11"
          >
            <SyncedCheck
              id="live-pay-stated"
              type="checkbox"
              name={STATES_PAY[0]}
              value={STATES_PAY[1]}
              checked={chosen.has(STATES_PAY.join('='))}
            />
            Stated
          </label>
        </fieldset>
        <noscript>
          <button type="submit" className="rounded border border-edge px-3 py-1.5 font-medium">
            Narrow
          </button>
        </noscript>
      </form>
      {hasFailed ? (
        <p
          role="alert"
          className="grid justify-items-start gap-2 rounded border-l-4 border-closed bg-closed-soft px-4 py-3"
        >
          The jobs could not be narrowed just now; those below are as they were before.
          <Button onClick={retry}>Try again</Button>
        </p>
      ) : null}
      <div aria-busy={isStale} className={`transition-opacity duration-100 ${isStale ? 'opacity-55' : ''}`}>
        {answer.data.length > 0 ? (
          <JobList rows={answer.data} asOf={answer.meta.asOf} locale={locale} label="Open jobs" level={3} />
        ) : (
          <p className="text-ink-2">No open job fits this; take a tick away to see more.</p>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <a href={jobsHref(whole)}>
          {total && total > answer.data.length
            ? `All ${new Intl.NumberFormat(locale).format(total)} jobs, all filters →`
            : 'All filters →'}
        </a>
        <SaveSearch query={whole} isSignedIn={isSignedIn} />
      </div>
    </section>
  )
}

type Choice = { value: string; label: string; count: number | null }
type ChoicesProps = { name: string; label: string; chosen: ReadonlySet<string>; values: readonly Choice[] }

function Choices({ name, label, chosen, values }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="text-12 font-semibold text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-x-4">
        {values.map((one) => (
          <label
            key={one.value}
            htmlFor={`live-${name}-${one.value}`}
            className="flex min-h-7 items-center gap-1.5 text-14 pointer-coarse:min-h-11"
          >
            <SyncedCheck
              id={`live-${name}-${one.value}`}
              type="checkbox"
              name={name}
              value={one.value}
              checked={chosen.has(`${name}=${one.value}`)}
            />
            {one.label}
            <span className="tabular text-ink-2">{one.count}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function isWorthShowing(chosen: ReadonlySet<string>, key: string) {
  return (value: FacetValue) => value.count > 0 || chosen.has(`${key}=${value.value}`)
}
