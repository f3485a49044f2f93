import { answerSearch } from '@/lib/search/answer'
import { answerFresh } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'
import { requireAnswerable } from '@/lib/web/refused-search'

export const GET = read({
  route: 'api.jobs.search',
  access: 'anyone',
  run: async ({ url, request }) => {
    const answer = await answerSearch(url.searchParams)
    requireAnswerable(answer.meta.refused)
    // The board's clock moves with every request; an answer that was kept may show ages that are an hour old, not more.
    const asOf = answer.meta.asOf.slice(0, 'yyyy-mm-ddThh'.length)
    const body = JSON.stringify(answer)
    return answerFresh(request, {
      body,
      identity: body.replace(answer.meta.asOf, asOf),
      type: 'application/json; charset=utf-8',
    })
  },
})
