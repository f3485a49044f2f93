import { openTable } from '@/lib/feeds/csv-rows'
import { ignoredHeader } from '@/lib/feeds/ignored'
import { SHARED_BRIEFLY } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'
import { requireAnswerable } from '@/lib/web/refused-search'
import { answerStreamed } from '@/lib/web/streamed'

/** Without ETag and Last-Modified: both stand before the first byte, and nobody knows then what the last one will be. */
export const GET = read({
  route: 'jobs.csv',
  access: 'anyone',
  run: async ({ url, request, client, requestId }) => {
    const table = await openTable(url.searchParams)
    requireAnswerable(table.refused)
    return answerStreamed(request, {
      pieces: table.pieces,
      client,
      requestId,
      route: 'jobs.csv',
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="jobs.csv"',
        'cache-control': SHARED_BRIEFLY,
        ...ignoredHeader(table.ignored),
      },
    })
  },
})
