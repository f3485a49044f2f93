import { answerSearch } from '@/lib/search/answer'
import { read } from '@/lib/web/handler'
import { sendSearch } from '@/lib/web/send-search'

export const GET = read({
  route: 'api.jobs.search',
  access: 'anyone',
  run: async ({ url, request }) => sendSearch(request, await answerSearch(url.searchParams)),
})
