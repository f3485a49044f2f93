import { z } from 'zod'
import { cadences } from '@/db/values'

const name = z.string().trim().max(120, 'At most 120 characters.')
const cadence = z.enum(cadences)

/** A tick of a form, or what a program says. Left out is not ticked. */
const news = z
  .literal(['on', true, false])
  .transform((tick) => tick !== false)
  .optional()

export const savedSearchId = z.uuid()

export const saveSearchInput = z.strictObject({
  /** The search as its URL says it, without the leading `?`. */
  query: z.string().max(8000),
  name: name.optional(),
  cadence: cadence.default('instant'),
  /** With news of the role that it is about. */
  news,
})

export const changeSearchInput = z.strictObject({
  id: savedSearchId,
  name: name.min(1, 'Give the search a name.'),
  cadence,
  news,
})

export const oneSearchInput = z.strictObject({ id: savedSearchId })

export const unsubscribeInput = z.strictObject({ token: z.string().max(100) })

/** The body that RFC 8058 prescribes; the token stands in the address. */
export const oneClickInput = unsubscribeInput.extend({ 'List-Unsubscribe': z.literal('One-Click') })

export type SaveSearch = z.output<typeof saveSearchInput>
export type ChangeSearch = z.output<typeof changeSearchInput>
