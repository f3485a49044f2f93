import { z } from 'zod'
import type { CloseReason } from '@/db/values'
import { storable } from '@/lib/typed-text'

/** Role and level: empty = as the title says; this word = not stated, whatever the title says. */
export const NOT_STATED_CHOICE = 'none'

const kept = (max: number) =>
  z
    .string()
    .transform(storable)
    .pipe(z.string().max(max, `Use at most ${max} characters.`))
    .default('')

/** The form of a job as it is typed and kept: bounded strings, nothing judged. Absent fields are empty. */
export const draftForm = z.strictObject({
  title: kept(300),
  roleSlug: kept(80),
  seniority: kept(20),
  employmentType: kept(20),
  workplace: kept(20),
  places: kept(2000),
  eligibility: kept(20),
  eligibleCountries: kept(4000),
  visa: kept(20),
  payMin: kept(40),
  payMax: kept(40),
  payCurrency: kept(10),
  payPeriod: kept(10),
  text: kept(60_000),
  applyUrl: kept(2000),
  skills: kept(2000),
  closesOn: kept(20),
})
export type DraftForm = z.output<typeof draftForm>
export type JobField = keyof DraftForm
export const emptyDraft: DraftForm = draftForm.parse({})

/** Why an employer closes a job; the other reasons are the board's own. */
export const closeChoices = ['filled', 'withdrawn'] as const satisfies readonly CloseReason[]

/** Any text: an id that is none names no job, which is answered like a foreign one. */
const id = z.string().max(100)

/** What the three buttons of the form send: the form, and where it stands. */
export const sentForm = draftForm.extend({
  id,
  seenAt: z.iso.datetime().optional(),
  /** `form`: publish what is sent. `kept`: publish what was saved, as the preview shows it. */
  from: z.enum(['form', 'kept']).default('kept'),
  after: z.enum(['edit', 'preview']).default('edit'),
})
export type SentForm = z.output<typeof sentForm>

export function draftOf({
  id: _id,
  seenAt: _seenAt,
  from: _from,
  after: _after,
  ...draft
}: SentForm): DraftForm {
  return draft
}

export const oneJob = z.strictObject({ id })
export const newJob = z.strictObject({ company: z.string().max(100) })
export const closing = z.strictObject({ id, reason: z.enum(closeChoices, 'Say why the job closes.') })
export const oneOpening = z.strictObject({
  slug: z.string().max(100),
  jobs: z.array(id).max(100).default([]),
})
