import type { z } from 'zod'
import { Refusal } from './refusal'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

/** Faults of a form, a message for each field, first the first. */
export class InvalidInput extends Refusal {
  constructor(readonly faults: Record<string, string>) {
    super(
      422,
      Object.keys(faults).length === 1 ? 'One field needs another look.' : 'Some fields need another look.',
      {
        errors: faults,
      },
    )
  }
}

/** Parses what came in. A field that the schema does not name is a fault, so nobody can set what a form does not offer. */
export function requireInput<S extends z.ZodObject>(schema: S, values: Record<string, unknown>): z.output<S> {
  const result = schema.strict().safeParse(values, { error: plainMessage })
  if (result.success) return result.data as z.output<S>
  throw new InvalidInput(faultsOf(result.error))
}

/**
 * Form fields as the schema wants them: a list where it takes one, else the single text. An empty field is absent where
 * the schema allows absence, since a browser sends every field of a form. A single field given twice stays a list: a fault.
 */
export function fromForm(
  schema: z.ZodObject,
  fields: ReadonlyMap<string, string[]>,
): Record<string, unknown> {
  const given = [...fields].map(([name, values]): [string, unknown] => {
    const field = schema.shape[name] as z.ZodType | undefined
    if (field && takesList(field)) return [name, values.filter((value) => value !== '')]
    if (values.length !== 1) return [name, values]
    const isAbsent = values[0] === '' && field?.safeParse(undefined).success
    return [name, isAbsent ? undefined : values[0]]
  })
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

type Wrapped = { type: string; innerType?: z.ZodType; in?: z.ZodType }

function takesList(field: z.ZodType): boolean {
  const { type, innerType, in: input } = field.def as Wrapped
  if (type === 'array') return true
  const inner = innerType ?? input
  return inner ? takesList(inner) : false
}

function faultsOf(error: z.ZodError): Record<string, string> {
  const faults = new Map<string, string>()
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    const names =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => (path ? `${path}.${key}` : key)) : [path]
    for (const name of names) if (!faults.has(name)) faults.set(name, issue.message)
  }
  return Object.fromEntries(faults)
}

/** zod's own words are for programmers; a message that a schema brings itself wins over these. */
function plainMessage(issue: Issue): string | undefined {
  if (issue.code === 'unrecognized_keys') return 'This form has no such field.'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'Fill this in.'
  if (issue.code === 'invalid_type' && Array.isArray(issue.input)) return 'Give this once.'
  if (issue.code === 'too_big' && issue.origin === 'string') return `Use at most ${issue.maximum} characters.`
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return issue.minimum === 1 ? 'Fill this in.' : `Use at least ${issue.minimum} characters.`
  }
  if (issue.code === 'too_big') return `At most ${issue.maximum}.`
  if (issue.code === 'too_small') return `At least ${issue.minimum}.`
  if (issue.code === 'invalid_value') return 'Choose one from the list.'
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'Write a whole address, such as https://example.org'
  if (issue.code === 'invalid_format' || issue.code === 'invalid_type')
    return 'This is not in the right form.'
  return undefined
}
