import { answerSearch } from '@/lib/search/answer'
import { refusalText } from '@/lib/search/refusal-text'
import { read } from '@/lib/web/handler'
import { Refusal } from '@/lib/web/refusal'

export const GET = read({
  route: 'api.jobs.search',
  access: 'anyone',
  run: async ({ url }) => {
    const answer = await answerSearch(url.searchParams)
    const [first, ...more] = answer.meta.refused
    if (!first)
      return Response.json(answer, { headers: { 'cache-control': 'public, max-age=0, s-maxage=10' } })
    const errors = Object.fromEntries([first, ...more].map((one) => [one.key, refusalText(one)]))
    throw new Refusal(400, refusalText(first), { errors })
  },
})
