import { z } from 'zod'
import { payPeriods } from '@/db/values'
import { keepsNotStated } from '@/lib/search/defaults'
import {
  type ChoiceKey,
  choiceKeys,
  MAX_PAGE_SIZE,
  NONE,
  OTHER_CURRENCY,
  PAGE_SIZE,
  radii,
  sorts,
  WORLDWIDE,
  withins,
} from '@/lib/search/search'
import { CURSOR } from '@/lib/search/sql/order'
import { fields } from '@/lib/search/suggest/suggest'
import { closedValues } from '@/lib/search/url/grammar'

/** A parameter of a query string; a list is a key that can be repeated. */
type Parameter = { says: string; schema: z.ZodType; examples?: readonly unknown[]; isRequired?: true }
export type Parameters = Readonly<Record<string, Parameter>>

const cursor = z.string().regex(CURSOR)
const text = z.string().min(1).max(300)

const subjects: Readonly<Record<ChoiceKey, [says: string, example: string]>> = {
  role: ['the role', 'backend-developer'],
  skill: ['the skills; one of the values is enough', 'kubernetes'],
  company: ['the company', 'acme'],
  seniority: ['the level', 'senior'],
  type: ['the employment type', 'full_time'],
  workplace: ['where the work is done', 'remote'],
  country: ['the country, or a group of countries such as `eu`, `dach` or `emea`', 'de'],
  region: ['the region', 'bavaria-de'],
  place: ['the city; see `radius`', 'munich-de'],
  from: [
    `the country (or group) of the seeker: remote jobs that may be done from there, \`${WORLDWIDE}\` ones included`,
    'de',
  ],
  visa: ['whether the employer helps to a work visa', 'offered'],
  text: ["whether the job's text is on this board", 'yes'],
}

function choice(key: ChoiceKey): [string, Parameter][] {
  const [says, example] = subjects[key]
  const closed = closedValues[key]
  const one = closed
    ? z.enum([...closed, NONE])
    : z
        .string()
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        .max(120)
  const schema = z.array(one).max(50)
  const silent = key === 'company' ? '' : ` \`${NONE}\` stands for jobs that do not state it`
  const kept = keepsNotStated[key] ? ', which are kept unless excluded' : ''
  return [
    [
      key,
      {
        says: `By ${says}. Values are alternatives.${silent && `${silent}${kept}.`}`,
        schema,
        examples: [[example]],
      },
    ],
    [`not.${key}`, { says: `Excludes by ${says}.${silent && `${silent}.`}`, schema, examples: [[example]] }],
  ]
}

/** What a search consists of: SEARCH.md §1a. The same for the page, the API and every feed. */
const filters: Parameters = {
  q: {
    says: 'Words: all of them, `"a phrase"`, `one or another`, `-without`. Known names and their other spellings are understood.',
    schema: text,
    examples: ['"site reliability" -manager', 'k8s or docker'],
  },
  where: {
    says: 'A place in words, understood as a country, region or city.',
    schema: text,
    examples: ['Munich'],
  },
  ...Object.fromEntries(choiceKeys.flatMap(choice)),
  'skill.all': {
    says: 'Skills of which a job must have every one.',
    schema: z.array(z.string()).max(50),
    examples: [['kubernetes', 'python']],
  },
  pay: {
    says: `The least that the top of a job's range must reach, in major units (\`70000\`, \`70k\`). Jobs that state no pay are kept. \`${NONE}\`: only those that state none.`,
    schema: z.string(),
    examples: ['70000', NONE],
  },
  currency: {
    says: "Of `pay`; the board's own where it is not given.",
    schema: z.string().regex(/^[A-Za-z]{3}$/),
    examples: ['EUR'],
  },
  period: { says: 'Of `pay`.', schema: z.enum(payPeriods).default('year') },
  'not.pay': { says: 'Leaves out jobs that state no pay.', schema: z.array(z.enum([NONE])) },
  'also.pay': {
    says: 'Keeps jobs paid in another currency than the one of `pay`.',
    schema: z.array(z.enum([OTHER_CURRENCY])),
  },
  posted: { says: 'First published within this time.', schema: z.enum(withins) },
  seen: { says: 'First seen by this board within this time.', schema: z.enum(withins) },
  radius: { says: 'Kilometres around each `place`.', schema: z.enum(radii.map(String)) },
  near_or_remote: {
    says: 'Jobs near `place`, or remote and open to where the seeker is (`from`).',
    schema: z.enum(['1']),
  },
  sort: { says: 'The order.', schema: z.enum(sorts).default('newest') },
}

const after: Parameter = { says: 'A cursor: begins behind that job.', schema: cursor }
const before: Parameter = { says: 'A cursor: the page that ends before that job.', schema: cursor }
const limit = (says: string, schema: z.ZodType): Parameter => ({ says, schema })
const size = z.int().min(1).max(MAX_PAGE_SIZE)

export function searchParameters(pageSize: number = PAGE_SIZE): Parameters {
  return { ...filters, after, before, limit: limit('Jobs of a page.', size.default(pageSize)) }
}

export const tableParameters: Parameters = {
  ...filters,
  after,
  before,
  limit: limit(
    'One page of so many jobs; without it, and without `before`, all jobs behind the cursor.',
    size,
  ),
}

export const suggestParameters: Parameters = {
  q: {
    says: 'What was typed so far.',
    schema: z.string().min(1).max(60),
    examples: ['kub'],
    isRequired: true,
  },
  in: { says: 'The field that is typed into.', schema: z.enum(fields).default('words') },
}

export const guideParameters: Parameters = {
  q: {
    says: 'Words; the last one may be a beginning.',
    schema: z.string().min(1).max(200),
    examples: ['idempotency key'],
    isRequired: true,
  },
  in: {
    says: 'Everything that the pages say, or only titles, headings, descriptions, tags and spellings, as somebody types.',
    schema: z.enum(['text', 'names']).default('text'),
  },
  page: { says: 'Which page of the result.', schema: z.int().min(1).max(1000).default(1) },
  limit: {
    says: 'Pages of the guides on one page of the result.',
    schema: z.int().min(1).max(20).default(20),
  },
}
