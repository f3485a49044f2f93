import { commentVerdict } from '@/lib/comments/input'
import { decideComment } from '@/lib/comments/moderation'
import { write } from '@/lib/web/handler'

const messages = {
  approve: 'The comment is shown now.',
  keep: 'The comment stays, and its reports are settled.',
  remove: 'The comment is removed.',
}

export const POST = write({
  route: 'comments.decide',
  access: 'signed-in',
  input: commentVerdict,
  run: ({ actor, input }) => decideComment(actor, input),
  done: (_, { input }) => ({ to: '/admin/comments', message: messages[input.verdict] }),
  refusals: {
    decided: { status: 409, message: 'Somebody has decided about this comment meanwhile.' },
    full: {
      status: 409,
      message: 'The comment that it answers has all the answers it can hold. Remove one of them first.',
    },
  },
  form: () => '/admin/comments',
})
