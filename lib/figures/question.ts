import { z } from 'zod'
import { employmentTypes, seniorities, skillKinds, workplaces } from '@/db/values'

// What a guide may ask: `:figure[NAME]{…}` in a sentence, `::figure[NAME]{…}` drawn. content/README.md has the list for writers.

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug such as postgresql')
const country = z.string().regex(/^[A-Z]{2}$/, 'two capitals such as US')
const seniority = z.enum(seniorities)
const count = z.coerce.number().int().min(1).max(8)
const kinds = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(skillKinds)).min(1))
const within = {
  country: country.optional(),
  seniority: seniority.optional(),
  workplace: z.enum(workplaces).optional(),
  employment: z.enum(employmentTypes).optional(),
  skill: slug.optional(),
  pay: z.literal('stated').optional(),
}
const role = slug

const pay = z.strictObject({ role, country, seniority: seniority.optional() })
const empty = z.strictObject({ role })

export const inlineQuestions = {
  'salary-median': pay,
  'salary-p10': pay,
  'salary-p25': pay,
  'salary-p75': pay,
  'salary-p90': pay,
  'salary-middle-half': pay,
  'salary-step': z.strictObject({ role, country, from: seniority, to: seniority }),
  'salary-gap': z.strictObject({ role, country, seniority: seniority.optional(), against: role }),
  'salary-with': z.strictObject({ role, country, seniority: seniority.optional(), skill: slug }),
  'open-jobs': z.strictObject({ role, ...within }),
  companies: z.strictObject({ role, ...within }),
  share: z
    .strictObject({
      role,
      ...within,
      'of-country': country.optional(),
      'of-seniority': seniority.optional(),
      'of-workplace': z.enum(workplaces).optional(),
      'of-employment': z.enum(employmentTypes).optional(),
      'of-skill': slug.optional(),
      'of-pay': z.literal('stated').optional(),
    })
    .refine(
      (asked) => sharedOf(asked).length === 1,
      'name one of skill, workplace, seniority, employment, country and pay; what it is a share of after of-',
    ),
  'top-skills': z.strictObject({ role, kind: kinds.optional(), count }),
  'top-companies': z.strictObject({ role, count }),
  'top-places': z.strictObject({ role, count }),
  'shared-skills': z.strictObject({ role, against: role }),
} as const

export const drawnQuestions = {
  'pay-distribution': pay,
  'pay-by-seniority': z.strictObject({ role, country }),
  'pay-by-country': empty,
  'pay-with-skills': z.strictObject({ role, country, kind: kinds.optional() }),
  skills: z.strictObject({ role, kind: kinds.optional(), seniority: seniority.optional() }),
  workplace: empty,
  seniority: empty,
  employment: empty,
  places: empty,
  companies: empty,
  'openings-per-week': empty,
  transitions: empty,
  'pay-compared': z.strictObject({ role, against: role, country }),
  'skills-compared': z.strictObject({ role, against: role }),
} as const

export type InlineName = keyof typeof inlineQuestions
export type DrawnName = keyof typeof drawnQuestions
export type InlineQuestion = {
  [N in InlineName]: { name: N } & z.output<(typeof inlineQuestions)[N]>
}[InlineName]
export type DrawnQuestion = {
  [N in DrawnName]: { name: N } & z.output<(typeof drawnQuestions)[N]>
}[DrawnName]

type Read<Q> = { ok: true; question: Q } | { ok: false; fault: string }

/** Reads what stands in a text; `given` are the page's own role and, in a comparison, the role it is set against. */
export function readInline(name: string, attributes: Attributes, given: Given): Read<InlineQuestion> {
  return read(inlineQuestions, name, attributes, given) as Read<InlineQuestion>
}

export function readDrawn(name: string, attributes: Attributes, given: Given): Read<DrawnQuestion> {
  return read(drawnQuestions, name, attributes, given) as Read<DrawnQuestion>
}

export type Attributes = Readonly<Record<string, string | null | undefined>>
export type Given = { role: string; against?: string | undefined }

function read(
  schemas: Readonly<Record<string, z.ZodType>>,
  name: string,
  attributes: Attributes,
  given: Given,
): Read<unknown> {
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
  if (!schema) return { ok: false, fault: `there is no figure "${name}"` }
  const wantsAgainst = /compared|gap|shared/.test(name) && given.against !== undefined
  const asked = { role: given.role, ...(wantsAgainst ? { against: given.against } : {}), ...attributes }
  const result = schema.safeParse(asked)
  if (result.success) return { ok: true, question: { name, ...(result.data as object) } }
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'figure'}: ${issue.message}`)
  return { ok: false, fault: `figure "${name}": ${faults.join(' · ')}` }
}

const shareable = ['country', 'seniority', 'workplace', 'employment', 'skill', 'pay'] as const
type Shareable = (typeof shareable)[number]

/** Of what a share is asked: the one attribute without `of-`. */
export function sharedOf(asked: Readonly<Record<string, unknown>>): Shareable[] {
  return shareable.filter((name) => asked[name] !== undefined)
}
