import { codeOf, employmentTypes, NOT_STATED, seniorities, workplaces } from '@/db/values'
import type { Random } from '@/lib/jobs/testing/random'
import { minorDigits } from '@/lib/money'
import { type Draw, type JobFacts, lettersOf } from './draw'
import { pick } from './random'

/** Parameters of a URL. */
export type Pairs = readonly (readonly [string, string])[]

const REMOTE = codeOf(workplaces, 'remote')
/** Of the pay filter, in major units a year. */
const PAY_STEP = 5000n

// Each answers null when the job does not state it.

export function all(...parts: (Pairs | null)[]): Pairs | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? [])
}

export function role(job: JobFacts): Pairs | null {
  return job.role === null ? null : [['role', job.role]]
}

export function seniority(job: JobFacts, key = 'seniority'): Pairs | null {
  return stated(key, seniorities, job.seniority)
}

export function workplace(job: JobFacts): Pairs | null {
  return stated('workplace', workplaces, job.workplace)
}

export function type(job: JobFacts): Pairs | null {
  return stated('type', employmentTypes, job.type)
}

function stated(key: string, values: readonly string[], code: number): Pairs | null {
  const value = values[code - 1]
  return code === NOT_STATED || value === undefined ? null : [[key, value]]
}

export function remote(job: JobFacts): Pairs | null {
  return job.workplace === REMOTE ? workplace(job) : null
}

export function country({ random, job }: Draw, key = 'country'): Pairs | null {
  return job.countries.length === 0 ? null : [[key, pick(random, job.countries)]]
}

export function city({ random, job }: Draw): Pairs | null {
  return job.cities.length === 0 ? null : [['place', pick(random, job.cities)]]
}

export function from({ random, job }: Draw): Pairs | null {
  return job.from.length === 0 ? null : [['from', pick(random, job.from)]]
}

export function skills({ random, job }: Draw, key: string, count: number): Pairs | null {
  return several(random, job.skills, count)?.map((skill) => [key, skill] as const) ?? null
}

/** The step of the pay filter that the job just reaches. */
export function pay({ annualMax, currency }: JobFacts): Pairs | null {
  if (annualMax === null || currency === null) return null
  const major = BigInt(annualMax) / 10n ** BigInt(minorDigits(currency))
  const floor = (major / PAY_STEP) * PAY_STEP
  return floor === 0n
    ? null
    : [
        ['pay', String(floor)],
        ['currency', currency],
      ]
}

/** Words that stand in one text. Frequent ones are drawn more often, as they are typed more often. */
export function words({ random, job, drawn }: Draw, kind: 'middling' | 'broad', count: number): Pairs | null {
  const found = lettersOf(job.text).filter((word) => drawn.words[kind].has(word))
  const some = several(random, [...new Set(found)], count)
  return some && [['q', some.join(' ')]]
}

export function phrase({ random, job, drawn }: Draw): Pairs | null {
  const text = lettersOf(job.text)
  const known = (word = '') => drawn.words.middling.has(word) || drawn.words.broad.has(word)
  const starts = text.flatMap((word, at) => (known(word) && known(text[at + 1]) ? at : []))
  if (starts.length === 0) return null
  const start = pick(random, starts)
  // Words with something else between them than a space are no phrase of letters.
  const typed = `${text[start]} ${text[start + 1]}`
  return job.text.toLowerCase().includes(typed) ? [['q', `"${typed}"`]] : null
}

function several<T>(random: Random, values: readonly T[], count: number): T[] | null {
  if (values.length < count) return null
  const rest = [...values]
  return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)).flat()
}
