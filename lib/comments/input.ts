import { z } from 'zod'
import { storable } from '@/lib/typed-text'
import { MAX_CHARACTERS, withoutControls } from './rules'

/** Names no comment, like every id that is none. */
const NO_COMMENT = '00000000-0000-0000-0000-000000000000'

const commentId = z
  .string()
  .max(100)
  .transform((id) => (z.guid().safeParse(id).success ? id : NO_COMMENT))

/** Plain text of several lines. Counted in characters, as the database counts: an emoji is one, or a few. */
function plainText(max: number, whenEmpty: string) {
  return z
    .string()
    .transform((typed) =>
      withoutControls(storable(typed))
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
    )
    .refine((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), whenEmpty)
    .refine((text) => [...text].length <= max, `Use at most ${max.toLocaleString('en-US')} characters.`)
}

const text = plainText(MAX_CHARACTERS, 'Write something first.')

export const newComment = z.strictObject({ page: z.string().max(200), text })
export const newAnswer = z.strictObject({ id: commentId, text })
export const oneComment = z.strictObject({ id: commentId })
export const newReport = oneComment.extend({ reason: plainText(500, 'Say what is wrong with it.') })

export const removalReasons = ['advertising', 'rude', 'off-topic', 'private', 'unlawful', 'other'] as const
export type RemovalReason = (typeof removalReasons)[number]

export const commentVerdict = oneComment
  .extend({
    verdict: z.enum(['approve', 'keep', 'remove']),
    reason: z.enum(removalReasons, 'Choose why it is removed.').optional(),
  })
  .refine(({ verdict, reason }) => verdict !== 'remove' || reason !== undefined, {
    path: ['reason'],
    message: 'Choose why it is removed.',
  })
export type CommentVerdict = z.output<typeof commentVerdict>

/** A comment or a place in a list that stands in the address of a page; null for anything else. */
export function commentIdIn(param: string | string[] | undefined): string | null {
  const result = z.guid().safeParse(param)
  return result.success ? result.data : null
}
