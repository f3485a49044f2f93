import { openApi } from '@/lib/feeds/openapi'
import { answerFresh } from '@/lib/web/conditional'
import { read } from '@/lib/web/handler'

export const GET = read({
  route: 'api.openapi',
  access: 'anyone',
  run: async ({ request }) =>
    answerFresh(request, { body: JSON.stringify(openApi()), type: 'application/json; charset=utf-8' }),
})
