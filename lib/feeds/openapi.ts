import { z } from 'zod'
import { env } from '@/lib/env'
import { columnNames, MOST_ROWS } from './csv-rows'
import { FEED_SIZE } from './door'
import * as answers from './openapi-answers'
import {
  guideParameters,
  type Parameters,
  searchParameters,
  suggestParameters,
  tableParameters,
} from './openapi-parameters'

type Json = Readonly<Record<string, unknown>>

/** The JSON that this board answers with, described in OpenAPI 3.1 (spec.openapis.org/oas/v3.1.1), from the schemas. */
export function openApi(): Json {
  const { BASE_URL, BOARD_NAME } = env()
  return {
    openapi: '3.1.1',
    info: {
      title: `${BOARD_NAME}: jobs`,
      version: '1',
      summary: 'Search the open jobs of this board.',
      description:
        'Every door takes the same search as the page `/jobs` and gives the same jobs in the same order. A parameter or value that is ' +
        'not understood is never dropped in silence: it is named in the answer. Reading needs no account.',
    },
    servers: [{ url: new URL(BASE_URL).origin }],
    paths,
    components: { schemas: schemas(), headers },
  }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

const headers = {
  ETag: { description: 'Weak; for `If-None-Match`.', schema: { type: 'string' } },
  'Last-Modified': {
    description:
      'Since when this address has answered the same, as far as the server has seen; for `If-Modified-Since`. Left out while it changes within one second.',
    schema: { type: 'string' },
  },
  'Waypost-Ignored': {
    description:
      'What of the URL had no effect, written as in a URL. Left out when everything was understood.',
    schema: { type: 'string' },
    example: 'roll=nurse',
  },
}

const headerRef = (name: keyof typeof headers) => [name, { $ref: `#/components/headers/${name}` }] as const
const validators = [headerRef('ETag'), headerRef('Last-Modified')]

const refused = {
  description: 'A parameter cannot be answered: given twice, too long, out of range, or no cursor.',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}
const busy = {
  description: 'The board is busy; `Retry-After` says for how long.',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}
const notModified = { description: 'Nothing has changed.', headers: Object.fromEntries(validators) }

type Operation = {
  id: string
  summary: string
  description?: string
  parameters?: Parameters
  type: string
  schema: Json
  headers?: readonly (readonly [string, Json])[]
  more?: Record<string, Json>
}

const paths = {
  '/api/v1/jobs': get({
    id: 'searchJobs',
    summary: 'Jobs of a search, with exact counts',
    parameters: searchParameters(),
    type: 'application/json',
    schema: ref('SearchAnswer'),
    headers: validators,
    more: { 304: notModified },
  }),
  '/api/v1/jobs/{id}': {
    ...get({
      id: 'showJob',
      summary: 'One job, open or closed',
      type: 'application/json',
      schema: ref('JobAnswer'),
      more: { 404: { ...refused, description: 'There is no such job.' } },
    }),
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z2-7]{26}$' } },
    ],
  },
  '/api/v1/figures/{id}': {
    ...get({
      id: 'showFigure',
      summary: 'A figure of a guide, and exactly the jobs that it rests on',
      description:
        'As it was when it was computed, however long ago. With `.csv` behind the id its numbers as a table.',
      type: 'application/json',
      schema: ref('FigureAnswer'),
      headers: validators,
      more: { 304: notModified, 404: { ...refused, description: 'There never was such a figure.' } },
    }),
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', pattern: '^[a-z2-7]{26}([.]csv)?$' },
      },
    ],
  },
  '/api/v1/suggestions': get({
    id: 'suggest',
    summary: 'Roles, skills, companies and places for the beginning of a word',
    description: 'At most eight. One letter may be wrong, missing, too many or in the wrong place.',
    parameters: suggestParameters,
    type: 'application/json',
    schema: ref('SuggestAnswer'),
  }),
  '/api/v1/guides': get({
    id: 'findGuides',
    summary: 'Guides, comparisons and terms for words',
    description: 'The same that `/guides?q=` shows, in the same order, the page that says it best first.',
    parameters: guideParameters,
    type: 'application/json',
    schema: ref('GuidesAnswer'),
  }),
  '/jobs.json': get({
    id: 'jobsAsJsonFeed',
    summary: 'The search as JSON Feed 1.1',
    parameters: searchParameters(FEED_SIZE),
    type: 'application/feed+json',
    schema: ref('JsonFeed'),
    headers: [...validators, headerRef('Waypost-Ignored')],
    more: { 304: notModified },
  }),
  '/jobs.rss': get({
    id: 'jobsAsRss',
    summary: 'The search as RSS 2.0',
    description: 'With `atom:link` for the next and the previous page.',
    parameters: searchParameters(FEED_SIZE),
    type: 'application/rss+xml',
    schema: { type: 'string' },
    headers: [...validators, headerRef('Waypost-Ignored')],
    more: { 304: notModified },
  }),
  '/jobs.csv': get({
    id: 'jobsAsCsv',
    summary: 'The search as a table',
    description:
      `RFC 4180 in UTF-8, sent while it is read: ${columnNames.join(', ')}. At most ${MOST_ROWS} rows; in the order \`newest\` the id of the ` +
      "last row is the cursor (`after`) of the rest. A cell that a spreadsheet would take for a formula begins with `'`. A file that " +
      'could not be finished ends in a broken connection. It has no ETag: that would have to be known before the first byte.',
    parameters: tableParameters,
    type: 'text/csv',
    schema: { type: 'string' },
    headers: [headerRef('Waypost-Ignored')],
  }),
}

function get({
  id,
  summary,
  description,
  parameters = {},
  type,
  schema,
  headers = [],
  more = {},
}: Operation) {
  return {
    get: {
      operationId: id,
      summary,
      ...(description ? { description } : {}),
      parameters: Object.entries(parameters).map(([name, { says, schema, examples, isRequired }]) => ({
        name,
        in: 'query',
        description: says,
        ...(isRequired ? { required: true } : {}),
        schema: { ...jsonSchema(schema), ...(examples ? { examples } : {}) },
      })),
      responses: {
        200: { description: summary, headers: Object.fromEntries(headers), content: { [type]: { schema } } },
        ...more,
        ...(Object.keys(parameters).length > 0 ? { 400: refused } : {}),
        503: busy,
      },
    },
  }
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

function schemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>()
  const named = {
    SearchAnswer: answers.searchAnswer,
    Job: answers.jobRow,
    Ignored: answers.ignored,
    JobAnswer: answers.wholeJob,
    FigureAnswer: answers.figureAnswer,
    SuggestAnswer: answers.suggestAnswer,
    GuidesAnswer: answers.guidesAnswer,
    JsonFeed: answers.jsonFeed,
    JsonFeedItem: answers.feedItem,
    Problem: answers.problem,
  }
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  )
}
