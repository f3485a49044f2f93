import { z } from 'zod'
import { oneLine } from '@/lib/typed-text'

/** Any text: an id that is none names no import, which is answered like a foreign one. */
const id = z.string().max(100)

const names = z.array(oneLine(300)).max(500)

export const newBoardImport = z.strictObject({
  /** The name of an adapter; empty = by the address. */
  kind: z.string().max(40).default(''),
  board: oneLine(2000).refine((value) => value !== '', 'Write the name of the board, or its address.'),
})
export const newImport = newBoardImport.extend({ slug: z.string().max(100) })

/** What is published: everything but what is left out, so that what the source adds tomorrow comes in. */
export const choiceForm = z.strictObject({
  id,
  /** All that the form showed, and what of it was ticked. */
  departments: names.default([]),
  keptDepartments: names.default([]),
  places: names.default([]),
  keptPlaces: names.default([]),
})

export const oneImport = z.strictObject({ id })
