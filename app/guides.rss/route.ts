import { guidesRss } from '@/lib/guides/rss'
import { answerFresh } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'

export const GET = read({
  route: 'guides.rss',
  access: 'anyone',
  run: async ({ request }) =>
    answerFresh(request, { body: await guidesRss(), type: 'application/rss+xml; charset=utf-8' }),
})
