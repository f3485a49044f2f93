import { readDoor } from '@/lib/feeds/door'
import { ignoredHeader } from '@/lib/feeds/ignored'
import { rssOf } from '@/lib/feeds/rss'
import { answerFresh } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'
import { requireAnswerable } from '@/lib/web/refused-search'

export const GET = read({
  route: 'jobs.rss',
  access: 'anyone',
  run: async ({ url, request }) => {
    const door = await readDoor(url.searchParams)
    requireAnswerable(door.refused)
    return answerFresh(request, {
      body: rssOf(door),
      type: 'application/rss+xml; charset=utf-8',
      headers: ignoredHeader(door.ignored),
    })
  },
})
