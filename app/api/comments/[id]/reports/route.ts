import { newReport } from '@/lib/comments/input'
import { reportComment } from '@/lib/comments/reports'
import { write } from '@/lib/web/handler'

export const POST = write({
  route: 'comments.report',
  access: 'signed-in',
  input: newReport,
  limits: ({ actor }) => [{ bucket: 'comments-report', key: actor.userId, points: 20, seconds: 3600 }],
  run: ({ actor, input }) => reportComment(actor, input),
  done: ({ page }) => ({
    to: `${page}#comments`,
    message: 'Thank you. The board’s people will look at the comment.',
  }),
  refusals: {
    own: { status: 409, message: 'This comment is your own. You can take it back.' },
    'reported-before': { status: 409, message: 'You have reported this comment. It will be looked at.' },
  },
  form: ({ params }) => `/comments/${params.id}`,
})
