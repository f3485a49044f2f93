import { z } from 'zod'
import { typedText } from '@/lib/typed-text'

const page = z.string().max(200)

export const voteInput = z.strictObject({
  page,
  useful: z.enum(['yes', 'no'], 'Choose yes or no.'),
  note: typedText(1000).optional(),
})
export type VoteInput = z.output<typeof voteInput>

export const readInput = z.strictObject({ page })
