import { z } from 'zod'
import { answerSuggest } from '@/lib/search/suggest/answer-suggest'
import { fields } from '@/lib/search/suggest/suggest'
import { oneLine } from '@/lib/typed-text'
import { read } from '@/lib/web/handler'

const MAX_TYPED = 60

const input = z.strictObject({
  q: oneLine(MAX_TYPED).pipe(z.string().min(1)),
  in: z.enum(fields).default('words'),
})

export const GET = read({
  route: 'api.suggestions',
  access: 'anyone',
  input,
  run: async ({ input }) =>
    Response.json(await answerSuggest(input.q, input.in), {
      headers: { 'cache-control': 'public, max-age=60' },
    }),
})
