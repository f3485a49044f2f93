import type { z } from 'zod'
import { askedWage, findWage, type WageNumber, type Wages } from './oews'
import { askedSurvey, findSurvey, type Survey, type SurveyNumber } from './survey'

/** What others have counted, each source on its own: their numbers are never put together. */
export type Statistics = { wages: Wages; survey: Survey }
export type PublicNumber = WageNumber | SurveyNumber

type Read = { ok: true; number: PublicNumber } | { ok: false; fault: string }

/** What `:public[NAME]{…}` asks for on a page of this role. */
export function readPublic(statistics: Statistics, role: string, name: string, attributes: object): Read {
  if (name.startsWith('survey-')) {
    return readWith(askedSurvey, name, { role, ...attributes }, (asked) =>
      findSurvey(statistics.survey, asked),
    )
  }
  return readWith(askedWage, name, attributes, (asked) => findWage(statistics.wages, asked))
}

function readWith<S extends z.ZodType>(
  schema: S,
  name: string,
  attributes: object,
  find: (asked: z.output<S>) => PublicNumber | null,
): Read {
  const result = schema.safeParse({ ...attributes, name })
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    return { ok: false, fault: `public "${name}": ${faults.join(' · ')}` }
  }
  const number = find(result.data)
  const about = Object.values(attributes).join(' ')
  return number ? { ok: true, number } : { ok: false, fault: `public "${name}": there is none for ${about}` }
}
