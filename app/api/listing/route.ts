import { answerListing } from '@/lib/search/answer'
import { read } from '@/lib/web/handler'
import { sendSearch } from '@/lib/web/send-search'

/** `/jobs` without its page: what its scripts ask for, and those of a guide. */
export const GET = read({
  route: 'listing',
  access: 'anyone',
  run: async ({ url, request }) => sendSearch(request, await answerListing(url.searchParams)),
})
