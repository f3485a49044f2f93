import { z } from 'zod'
import { oneLine, typedText } from '@/lib/typed-text'
import { pairsOf } from './typed-settings'

/** Any text: an id that is none names no import, which is answered like a foreign one. */
const id = z.string().max(100)

const names = z.array(oneLine(620)).max(500)

export const newBoardImport = z.strictObject({
  /** The name of an adapter; empty = by the address. */
  kind: z.string().max(40).default(''),
  board: oneLine(2000).refine((value) => value !== '', 'Write the name of the board, or its address.'),
  /** Of a table: "title = Job title", one in each line. */
  columns: typedText(2000)
    .refine((value) => pairsOf(value) !== null, 'Write a pair in each line, such as title = Job title')
    .default(''),
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
  /** "Kitchen = Cook", one in each line. */
  departmentRoles: typedText(4000).default(''),
})

/** Hours between two readings of a source. */
export const scheduleHours = ['1', '3', '6', '12', '24', '72', '168'] as const
export const schedule = z.strictObject({ id, hours: z.enum(scheduleHours) })
export const oneImport = z.strictObject({ id })
