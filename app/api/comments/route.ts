import { writeComment } from '@/lib/comments/commands'
import { newComment } from '@/lib/comments/input'
import { isPagePath } from '@/lib/guides/page-path'
import { write } from '@/lib/web/handler'
import { notSaid, writingLimits, written } from './written'

export const POST = write({
  route: 'comments.write',
  access: 'signed-in',
  input: newComment,
  creates: true,
  limits: ({ actor }) => writingLimits(actor),
  run: ({ actor, input }) => writeComment(actor, input),
  done: written,
  refusals: notSaid,
  form: ({ values }) => {
    const page = values.page?.[0]
    return isPagePath(page) ? page : '/guides'
  },
})
