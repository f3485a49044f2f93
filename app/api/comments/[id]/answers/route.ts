import { answerComment } from '@/lib/comments/commands'
import { newAnswer } from '@/lib/comments/input'
import { write } from '@/lib/web/handler'
import { notSaid, writingLimits, written } from '../../written'

export const POST = write({
  route: 'comments.answer',
  access: 'signed-in',
  input: newAnswer,
  creates: true,
  limits: ({ actor }) => writingLimits(actor),
  run: ({ actor, input }) => answerComment(actor, input),
  done: written,
  refusals: {
    ...notSaid,
    full: {
      status: 409,
      field: 'text',
      message: 'This comment has all the answers it can hold. Write a comment of your own below the page.',
    },
  },
  form: ({ params }) => `/comments/${params.id}`,
})
