import { saveSearch } from '@/lib/alerts/commands'
import { saveSearchInput } from '@/lib/alerts/input'
import { newSearchHref } from '@/lib/alerts/links'
import { hasNews } from '@/lib/newsletters/queries'
import { write } from '@/lib/web/handler'
import { newsRefusals } from '@/lib/web/news-refusals'

export const POST = write({
  route: 'alerts.save',
  access: 'signed-in',
  input: saveSearchInput,
  creates: true,
  run: ({ actor, input }) => saveSearch(actor, input, hasNews),
  done: ({ id, existed }, { input }) => ({
    to: '/account/searches',
    message: savedWords(existed, input.news),
    json: { id, existed },
    status: existed ? 200 : 201,
  }),
  refusals: {
    ...newsRefusals,
    'not-understood': {
      status: 422,
      message: 'A part of this search is not understood. Take it away and save again.',
    },
    'too-many': {
      status: 409,
      message: 'You have 50 saved searches, the most there can be. Delete one first.',
    },
  },
  form: ({ values }) =>
    newSearchHref({ query: values.query?.[0] ?? '', withNews: values.news !== undefined }),
})

function savedWords(existed: boolean, withNews = false): string {
  const news = withNews ? ' News of the role come once a week.' : ''
  return `${existed ? 'This search was saved already. It mails you.' : 'Saved. New jobs that match come by mail.'}${news}`
}
