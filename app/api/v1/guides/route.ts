import { guidesAsked } from '@/lib/guides/input'
import { answerGuides } from '@/lib/guides/search/answer-guides'
import { read } from '@/lib/web/handler'

export const GET = read({
  route: 'api.guides',
  access: 'anyone',
  input: guidesAsked,
  run: async ({ input }) =>
    Response.json(await answerGuides(input), { headers: { 'cache-control': 'public, max-age=60' } }),
})
