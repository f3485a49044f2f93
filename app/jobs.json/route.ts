import { readDoor } from '@/lib/feeds/door'
import { ignoredHeader } from '@/lib/feeds/ignored'
import { jsonFeedOf } from '@/lib/feeds/json-feed'
import { answerFresh } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'
import { requireAnswerable } from '@/lib/web/refused-search'

export const GET = read({
  route: 'jobs.json-feed',
  access: 'anyone',
  run: async ({ url, request }) => {
    const door = await readDoor(url.searchParams)
    requireAnswerable(door.refused)
    return answerFresh(request, {
      body: JSON.stringify(jsonFeedOf(door)),
      type: 'application/feed+json; charset=utf-8',
      headers: ignoredHeader(door.ignored),
    })
  },
})
