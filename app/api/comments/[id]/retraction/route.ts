import { takeBackComment } from '@/lib/comments/commands'
import { oneComment } from '@/lib/comments/input'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'comments.take_back',
  access: 'signed-in',
  input: oneComment,
  run: ({ actor, input }) => takeBackComment(actor, input),
  done: ({ page }) => ({ to: `${page}#comments`, message: 'Your comment is taken back.' }),
  refusals: {},
  form: ({ params }) => `/comments/${params.id}`,
})
